// Durations as Go reads and writes them (package time: ParseDuration, Duration.String).
#include <cstdint>

#include "syntax/directives.h"

namespace sluice {

namespace {

struct Unit {
    std::string_view name;
    int64_t nanoseconds;
};

constexpr Unit kUnits[] = {
    {"ns", 1},           {"us", 1000},      {"\u00B5s", 1000},        {"\u03BCs", 1000},
    {"ms", 1000 * 1000}, {"s", 1000000000}, {"m", 60 * 1000000000LL}, {"h", 3600 * 1000000000LL},
};

bool isDigitChar(char c) { return c >= '0' && c <= '9'; }

/// Reads digits; false when they do not fit in 63 bits.
bool readInteger(std::string_view& text, uint64_t& value) {
    value = 0;
    while (!text.empty() && isDigitChar(text.front())) {
        const uint64_t digit = static_cast<uint64_t>(text.front() - '0');
        if (value > (static_cast<uint64_t>(INT64_MAX) - digit) / 10) return false;
        value = value * 10 + digit;
        text.remove_prefix(1);
    }
    return true;
}

/// Reads the digits behind the point as value/scale; digits that do not fit are dropped, as in Go.
void readFraction(std::string_view& text, uint64_t& value, double& scale) {
    value = 0;
    scale = 1;
    bool isFull = false;
    while (!text.empty() && isDigitChar(text.front())) {
        const uint64_t digit = static_cast<uint64_t>(text.front() - '0');
        text.remove_prefix(1);
        if (isFull || value > (static_cast<uint64_t>(INT64_MAX) - digit) / 10) {
            isFull = true;
            continue;
        }
        value = value * 10 + digit;
        scale *= 10;
    }
}

/// Reads one `1.5h`; adds it to `total`.
bool readPart(std::string_view& text, uint64_t& total) {
    uint64_t whole = 0;
    uint64_t fraction = 0;
    double scale = 1;
    const size_t before = text.size();
    if (!readInteger(text, whole)) return false;
    bool sawDigits = text.size() != before;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const size_t behindPoint = text.size();
        readFraction(text, fraction, scale);
        sawDigits = sawDigits || text.size() != behindPoint;
    }
    if (!sawDigits) return false;
    size_t length = 0;
    while (length < text.size() && text[length] != '.' && !isDigitChar(text[length])) length++;
    const std::string_view name = text.substr(0, length);
    text.remove_prefix(length);
    for (const Unit& unit : kUnits) {
        if (unit.name != name) continue;
        const uint64_t nanoseconds = static_cast<uint64_t>(unit.nanoseconds);
        if (whole > static_cast<uint64_t>(INT64_MAX) / nanoseconds) return false;
        uint64_t value = whole * nanoseconds;
        if (fraction > 0) {
            value += static_cast<uint64_t>(static_cast<double>(fraction) *
                                           (static_cast<double>(nanoseconds) / scale));
        }
        total += value;
        return total <= static_cast<uint64_t>(INT64_MAX);
    }
    return false;
}

/// `value` divided by 10^digits, without trailing zeros.
std::string decimal(uint64_t value, int digits) {
    uint64_t scale = 1;
    for (int i = 0; i < digits; i++) scale *= 10;
    std::string out = std::to_string(value / scale);
    uint64_t rest = value % scale;
    if (rest == 0) return out;
    std::string fraction = std::to_string(rest);
    fraction.insert(0, static_cast<size_t>(digits) - fraction.size(), '0');
    while (fraction.back() == '0') fraction.pop_back();
    return out + "." + fraction;
}

}  // namespace

bool parseDuration(std::string_view text, int64_t& nanoseconds) {
    nanoseconds = 0;
    bool isNegative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        isNegative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (text == "0") return true;
    if (text.empty()) return false;
    uint64_t total = 0;
    while (!text.empty()) {
        if (!readPart(text, total)) return false;
    }
    nanoseconds = isNegative ? -static_cast<int64_t>(total) : static_cast<int64_t>(total);
    return true;
}

std::string formatDuration(int64_t nanoseconds) {
    if (nanoseconds == 0) return "0s";
    const bool isNegative = nanoseconds < 0;
    const uint64_t value =
        isNegative ? 0 - static_cast<uint64_t>(nanoseconds) : static_cast<uint64_t>(nanoseconds);
    const std::string sign = isNegative ? "-" : "";
    if (value < 1000) return sign + std::to_string(value) + "ns";
    if (value < 1000000) return sign + decimal(value, 3) + "\u00B5s";
    if (value < 1000000000) return sign + decimal(value, 6) + "ms";
    const uint64_t minute = 60 * 1000000000ULL;
    std::string out = decimal(value % minute, 9) + "s";
    const uint64_t minutes = value / minute;
    if (minutes == 0) return sign + out;
    out = std::to_string(minutes % 60) + "m" + out;
    if (minutes >= 60) out = std::to_string(minutes / 60) + "h" + out;
    return sign + out;
}

}  // namespace sluice
