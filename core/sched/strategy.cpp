#include "sched/strategy.h"

namespace sluice {

namespace {

constexpr std::string_view kPrefix = "s1:";

// Reads a decimal number; false when there is none or it does not fit.
bool readNumber(std::string_view& text, uint64_t& out) {
    size_t digits = 0;
    out = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        uint64_t digit = static_cast<uint64_t>(text[digits] - '0');
        if (out > (UINT64_MAX - digit) / 10) return false;
        out = out * 10 + digit;
        digits++;
    }
    text.remove_prefix(digits);
    return digits > 0;
}

// Reads "3@120" or "3@120-400", what follows ";h".
bool readHold(std::string_view& text, Hold& out) {
    uint64_t goroutine = 0;
    if (!readNumber(text, goroutine) || goroutine == 0 || goroutine > UINT32_MAX) return false;
    out.goroutine = static_cast<uint32_t>(goroutine);
    if (text.empty() || text[0] != '@') return false;
    text.remove_prefix(1);
    if (!readNumber(text, out.from)) return false;
    if (text.empty() || text[0] != '-') return true;
    text.remove_prefix(1);
    return readNumber(text, out.until) && out.until > out.from;
}

}  // namespace

std::string Schedule::text() const {
    std::string out = std::string(kPrefix) + std::to_string(seed);
    for (const Hold& hold : holds) {
        out += ";h" + std::to_string(hold.goroutine) + "@" + std::to_string(hold.from);
        if (hold.until != UINT64_MAX) out += "-" + std::to_string(hold.until);
    }
    for (const Deviation& d : deviations)
        out += ";" + std::to_string(d.number) + "=" + std::to_string(d.value);
    return out;
}

bool Schedule::parse(std::string_view text, Schedule& out) {
    if (text.substr(0, kPrefix.size()) != kPrefix) return false;
    text.remove_prefix(kPrefix.size());
    Schedule result;
    if (!readNumber(text, result.seed)) return false;
    while (!text.empty()) {
        if (text[0] != ';') return false;
        text.remove_prefix(1);
        if (!text.empty() && text[0] == 'h') {
            text.remove_prefix(1);
            Hold hold;
            if (!result.deviations.empty() || !readHold(text, hold)) return false;
            result.holds.push_back(hold);
            continue;
        }
        Deviation d{};
        if (!readNumber(text, d.number) || text.empty() || text[0] != '=') return false;
        text.remove_prefix(1);
        if (!readNumber(text, d.value)) return false;
        if (!result.deviations.empty() && result.deviations.back().number >= d.number) return false;
        result.deviations.push_back(d);
    }
    out = std::move(result);
    return true;
}

Strategy::Strategy(Schedule schedule) : given_(std::move(schedule)) {
    made_.seed = given_.seed;
    made_.holds = given_.holds;
    plain_ = given_.deviations.empty();
    Rng root(given_.seed);
    for (size_t i = 0; i < static_cast<size_t>(ChoiceKind::Count); i++) rngs_[i] = root.split(i + 1);
}

uint64_t Strategy::decide(uint64_t number, ChoiceKind, uint32_t count, uint64_t wish) {
    while (nextDeviation_ < given_.deviations.size() && given_.deviations[nextDeviation_].number < number)
        nextDeviation_++;
    if (nextDeviation_ >= given_.deviations.size() || given_.deviations[nextDeviation_].number != number)
        return wish;
    uint64_t value = given_.deviations[nextDeviation_++].value;
    if (count > 0) value %= count;
    if (value != wish) note(number, value);
    return value;
}

}  // namespace sluice
