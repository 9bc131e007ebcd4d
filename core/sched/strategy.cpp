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

}  // namespace

std::string Schedule::text() const {
    std::string out = std::string(kPrefix) + std::to_string(seed);
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
