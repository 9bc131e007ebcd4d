#include "trace/arguments.h"

namespace sluice {

std::string virtualTimeText(int64_t ns) {
    if (ns == 0) return "0s";
    bool negative = ns < 0;
    uint64_t value = negative ? 0 - static_cast<uint64_t>(ns) : static_cast<uint64_t>(ns);
    std::string out;
    // Fractions without trailing zeros, as time.Duration.String writes them.
    auto fraction = [&](uint64_t rest, int digits) {
        std::string text = std::to_string(rest);
        text.insert(0, static_cast<size_t>(digits) - text.size(), '0');
        while (!text.empty() && text.back() == '0') text.pop_back();
        if (!text.empty()) out += "." + text;
    };
    if (value < 1'000'000'000) {
        uint64_t unit = value < 1'000 ? 1 : value < 1'000'000 ? 1'000 : 1'000'000;
        int digits = value < 1'000 ? 0 : value < 1'000'000 ? 3 : 6;
        out = std::to_string(value / unit);
        if (digits > 0) fraction(value % unit, digits);
        out += value < 1'000 ? "ns" : value < 1'000'000 ? "\xC2\xB5s" : "ms";
    } else {
        uint64_t seconds = value / 1'000'000'000;
        if (seconds >= 3600) out += std::to_string(seconds / 3600) + "h";
        if (seconds >= 60) out += std::to_string(seconds / 60 % 60) + "m";
        out += std::to_string(seconds % 60);
        fraction(value % 1'000'000'000, 9);
        out += "s";
    }
    return negative ? "-" + out : out;
}

std::string_view outcomeWord(uint32_t outcome) {
    // In the order of Outcome; the texts of ends that have none of their own.
    constexpr std::string_view kWords[] = {
        "running",  "waiting for a reader", "main returned", "os.Exit was called", "the program died",
        "deadlock", "waiting for input",    "limit reached"};
    return outcome < sizeof kWords / sizeof kWords[0] ? kWords[outcome] : std::string_view("ended");
}

namespace {

std::string setText(uint32_t set) {
    std::string out = "{";
    for (uint32_t i = 0; i < 32; i++) {
        if ((set >> i & 1) == 0) continue;
        if (out.size() > 1) out += ",";
        out += std::to_string(i);
    }
    return out + "}";
}

}  // namespace

std::string argumentText(ArgumentKind kind, uint32_t word, const Event& event, const Recorder& recorder) {
    switch (kind) {
        case ArgumentKind::None:
        case ArgumentKind::TimeHigh: return {};
        case ArgumentKind::Number: return std::to_string(word);
        case ArgumentKind::Signed: return std::to_string(static_cast<int32_t>(word));
        case ArgumentKind::Value: return recorder.valueText(word);
        case ArgumentKind::Text: return std::string(recorder.textOf(word));
        case ArgumentKind::Goroutine: return word == 0 ? "nobody" : recorder.goroutineName(word);
        case ArgumentKind::Message: return word == 0 ? std::string() : std::to_string(word);
        case ArgumentKind::Reason: return std::string(waitReasonText(static_cast<WaitReason>(word)));
        case ArgumentKind::TimeLow: return virtualTimeText(timeOf(event));
        case ArgumentKind::Set: return setText(word);
        case ArgumentKind::Object: return word == 0 ? std::string() : recorder.objectName(word);
        case ArgumentKind::Direction:
            return word == 0 ? "receive from" : word == 1 ? "send to" : "wait for ever at";
        case ArgumentKind::Outcome: return std::string(outcomeWord(word));
    }
    return {};
}

}  // namespace sluice
