#include <array>
#include <cstdlib>

#include "library/time_text.h"

// Reading times and durations (time/format.go, Parse and ParseDuration).

namespace sluice {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

bool isDigitAt(std::string_view text, size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool startsWithFold(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (size_t i = 0; i < word.size(); i++)
        if (lower(text[i]) != lower(word[i])) return false;
    return true;
}

/// A reader of one value; `bad` and `range` say what is wrong.
struct Reader {
    std::string_view value;
    bool bad = false;
    std::string_view range;  ///< "hour": out of range.
    int64_t year = 0, month = -1, day = -1, yearDay = -1, hour = 0, minute = 0, second = 0, nanosecond = 0;
    int64_t offset = -1;
    bool utc = false, am = false, pm = false;
    std::string zone;

    /// One or two digits; exactly two when `fixed`.
    int64_t number(bool fixed) {
        if (!isDigitAt(value, 0)) return fail();
        if (!isDigitAt(value, 1)) {
            if (fixed) return fail();
            return digits(1);
        }
        return digits(2);
    }

    int64_t digits(size_t count) {
        int64_t result = 0;
        for (size_t i = 0; i < count; i++) {
            if (!isDigitAt(value, i)) return fail();
            result = result * 10 + (value[i] - '0');
        }
        value.remove_prefix(count);
        return result;
    }

    int64_t fail() {
        bad = true;
        return -1;
    }

    template <size_t N>
    int64_t name(const std::array<std::string_view, N>& names, bool shortened) {
        for (size_t i = 0; i < N; i++) {
            std::string_view word = shortened ? names[i].substr(0, 3) : names[i];
            if (!startsWithFold(value, word)) continue;
            value.remove_prefix(word.size());
            return static_cast<int64_t>(i) + 1;
        }
        return fail();
    }

    void check(bool ok, std::string_view what) {
        if (!ok && !bad) range = what;
    }

    /// A separator and count-1 digits.
    void fraction(size_t count) {
        if (value.size() < count || (value[0] != '.' && value[0] != ',')) {
            fail();
            return;
        }
        int64_t result = 0;
        for (size_t i = 1; i < 10; i++) {
            if (i < count && !isDigitAt(value, i)) {
                fail();
                return;
            }
            result = result * 10 + (i < count ? value[i] - '0' : 0);
        }
        nanosecond = result;
        value.remove_prefix(count);
    }

    void yearDayElement(bool fixed) {
        if (!fixed) {
            for (int i = 0; i < 2 && !value.empty() && value[0] == ' '; i++) value.remove_prefix(1);
        }
        size_t count = 0;
        while (count < 3 && isDigitAt(value, count)) count++;
        if (count == 0 || (fixed && count != 3))
            fail();
        else
            yearDay = digits(count);
    }

    void amPm(bool upper) {
        std::string_view word = value.substr(0, 2);
        if (word == (upper ? "PM" : "pm"))
            pm = true;
        else if (word == (upper ? "AM" : "am"))
            am = true;
        else
            fail();
        if (!bad) value.remove_prefix(2);
    }

    void numericZone(bool colon, bool minutes, bool seconds) {
        if (value.empty() || (value[0] != '+' && value[0] != '-')) {
            fail();
            return;
        }
        bool negative = value[0] == '-';
        value.remove_prefix(1);
        int64_t parts[3] = {0, 0, 0};
        for (int i = 0; i < (seconds ? 3 : minutes ? 2 : 1) && !bad; i++) {
            if (i > 0 && colon) {
                if (value.empty() || value[0] != ':')
                    fail();
                else
                    value.remove_prefix(1);
            }
            if (!bad) parts[i] = digits(2);
        }
        check(parts[0] <= 24, "time zone offset hour");
        check(parts[1] <= 60, "time zone offset minute");
        check(parts[2] <= 60, "time zone offset second");
        offset = (parts[0] * 60 + parts[1]) * 60 + parts[2];
        if (negative) offset = -offset;
    }

    /// How many bytes a signed hour offset ("+3", "-12") takes; 0 if it is none.
    static size_t signedHours(std::string_view text) {
        if (text.empty() || (text[0] != '+' && text[0] != '-')) return 0;
        size_t end = 1;
        int64_t hours = 0;
        while (isDigitAt(text, end) && end < 6) hours = hours * 10 + (text[end++] - '0');
        return end == 1 || hours > 23 ? 0 : end;
    }

    void namedZone() {
        if (value.substr(0, 3) == "UTC") {
            utc = true;
            value.remove_prefix(3);
            return;
        }
        size_t upper = 0;
        while (upper < 6 && upper < value.size() && value[upper] >= 'A' && value[upper] <= 'Z') upper++;
        size_t length = 0;
        if (value.substr(0, 4) == "ChST" || value.substr(0, 4) == "MeST")
            length = 4;
        else if (value.substr(0, 3) == "GMT")
            length = 3 + signedHours(value.substr(3));
        else if (!value.empty() && (value[0] == '+' || value[0] == '-'))
            length = signedHours(value);
        else if (upper == 5 && value[4] == 'T')
            length = 5;
        else if (upper == 4 && (value[3] == 'T' || value.substr(0, 4) == "WITA"))
            length = 4;
        else if (upper == 3)
            length = 3;
        if (length == 0) {
            fail();
            return;
        }
        zone = std::string(value.substr(0, length));
        value.remove_prefix(length);
    }

    void seconds(std::string_view layout, bool fixed) {
        second = number(fixed);
        check(second < 60, "second");
        if (bad || !range.empty()) return;
        // A fraction may follow although the layout does not mention one.
        if (value.size() < 2 || (value[0] != '.' && value[0] != ',') || !isDigitAt(value, 1)) return;
        TimeElement next = nextLayoutChunk(layout).element;
        if (next == TimeElement::Fraction0 || next == TimeElement::Fraction9) return;
        size_t end = 2;
        while (isDigitAt(value, end)) end++;
        fraction(end);
    }

    void element(const LayoutChunk& chunk);
};

void Reader::element(const LayoutChunk& chunk) {
    bool zero = chunk.text[0] == '0';
    switch (chunk.element) {
        case TimeElement::Year:
            year = digits(2);
            year += year >= 69 ? 1900 : 2000;
            return;
        case TimeElement::LongYear: year = digits(4); return;
        case TimeElement::Month: month = name(kMonths, true); return;
        case TimeElement::LongMonth: month = name(kMonths, false); return;
        case TimeElement::NumMonth:
        case TimeElement::ZeroMonth: month = number(zero); return check(month >= 1 && month <= 12, "month");
        case TimeElement::WeekDay: name(kDays, true); return;
        case TimeElement::LongWeekDay: name(kDays, false); return;
        case TimeElement::UnderDay:
            if (!value.empty() && value[0] == ' ') value.remove_prefix(1);
            day = number(false);
            return;
        case TimeElement::Day:
        case TimeElement::ZeroDay: day = number(zero); return;
        case TimeElement::UnderYearDay: return yearDayElement(false);
        case TimeElement::ZeroYearDay: return yearDayElement(true);
        case TimeElement::Hour: hour = number(false); return check(hour < 24, "hour");
        case TimeElement::Hour12:
        case TimeElement::ZeroHour12: hour = number(zero); return check(hour <= 12, "hour");
        case TimeElement::Minute:
        case TimeElement::ZeroMinute: minute = number(zero); return check(minute < 60, "minute");
        case TimeElement::Second:
        case TimeElement::ZeroSecond: return seconds(chunk.suffix, zero);
        case TimeElement::UpperPm: return amPm(true);
        case TimeElement::LowerPm: return amPm(false);
        case TimeElement::Zone: return namedZone();
        case TimeElement::Fraction0: return fraction(static_cast<size_t>(chunk.digits) + 1);
        case TimeElement::Fraction9: {
            if (value.size() < 2 || (value[0] != '.' && value[0] != ',') || !isDigitAt(value, 1)) return;
            size_t end = 1;
            while (isDigitAt(value, end)) end++;
            return fraction(end);
        }
        default: break;
    }
    bool iso = chunk.text[0] == 'Z';
    if (iso && !value.empty() && value[0] == 'Z') {
        value.remove_prefix(1);
        utc = true;
        return;
    }
    size_t size = chunk.text.size();
    bool colon = chunk.text.find(':') != std::string_view::npos;
    numericZone(colon, size > 3, size > 6);
}

/// Skips the layout's plain text; spaces stand for any number of spaces.
bool skipPrefix(std::string_view& value, std::string_view& prefix) {
    while (!prefix.empty()) {
        if (prefix[0] == ' ') {
            if (!value.empty() && value[0] != ' ') return false;
            while (!prefix.empty() && prefix[0] == ' ') prefix.remove_prefix(1);
            while (!value.empty() && value[0] == ' ') value.remove_prefix(1);
            continue;
        }
        if (value.empty() || value[0] != prefix[0]) return false;
        prefix.remove_prefix(1);
        value.remove_prefix(1);
    }
    return true;
}

/// Turns a day of the year into month and day. Returns the error's message, or "".
std::string_view applyYearDay(Reader& r) {
    int64_t days = isLeapYear(r.year) ? 366 : 365;
    if (r.yearDay < 1 || r.yearDay > days) return ": day-of-year out of range";
    CivilDate date = dateOfDays(daysToDate(r.year, 1, r.yearDay));
    if (r.month >= 0 && r.month != date.month) return ": day-of-year does not match month";
    if (r.day >= 0 && r.day != date.day) return ": day-of-year does not match day";
    r.month = date.month;
    r.day = date.day;
    return {};
}

ParsedTime parseError(std::string_view layoutElement, std::string_view valueElement, std::string message) {
    ParsedTime result;
    result.layoutElement = layoutElement;
    result.valueElement = valueElement;
    result.message = std::move(message);
    return result;
}

}  // namespace

ParsedTime parseTime(std::string_view layout, std::string_view value) {
    Reader r;
    r.value = value;
    for (;;) {
        LayoutChunk chunk = nextLayoutChunk(layout);
        std::string_view prefix = chunk.prefix;
        if (!skipPrefix(r.value, prefix)) return parseError(chunk.prefix, r.value, "");
        if (chunk.element == TimeElement::None) {
            if (!r.value.empty()) return parseError("", r.value, ": extra text: " + timeQuote(r.value));
            break;
        }
        layout = chunk.suffix;
        std::string_view hold = r.value;
        r.element(chunk);
        if (!r.range.empty())
            return parseError(chunk.text, r.value, ": " + std::string(r.range) + " out of range");
        if (r.bad) return parseError(chunk.text, hold, "");
    }
    if (r.pm && r.hour < 12)
        r.hour += 12;
    else if (r.am && r.hour == 12)
        r.hour = 0;
    if (r.yearDay >= 0) {
        std::string_view wrong = applyYearDay(r);
        if (!wrong.empty()) return parseError("", r.value, std::string(wrong));
    }
    if (r.month < 0) r.month = 1;
    if (r.day < 0) r.day = 1;
    if (r.day < 1 || r.day > daysInMonth(r.year, static_cast<int>(r.month)))
        return parseError("", r.value, ": day out of range");
    ParsedTime result;
    result.ok = true;
    result.local = daysToDate(r.year, r.month, r.day) * 86400 + r.hour * 3600 + r.minute * 60 + r.second;
    result.nanosecond = r.nanosecond;
    result.zone = r.zone;
    if (r.utc) {
        result.zoneKind = ParsedZone::Utc;
    } else if (r.offset != -1) {
        result.zoneKind = ParsedZone::Offset;
        result.offset = r.offset;
    } else if (!r.zone.empty()) {
        result.zoneKind = ParsedZone::Name;
        if (r.zone.size() > 3 && r.zone.substr(0, 3) == "GMT")
            result.offset = std::atoi(r.zone.c_str() + 3) * 3600;
    }
    return result;
}

std::string readDuration(std::string_view text, int64_t& ns) {
    constexpr struct {
        std::string_view name;
        uint64_t ns;
    } kUnits[] = {{"ns", 1},         {"us", 1000},         {"µs", 1000},          {"μs", 1000},
                  {"ms", 1'000'000}, {"s", 1'000'000'000}, {"m", 60'000'000'000}, {"h", 3'600'000'000'000}};
    constexpr uint64_t kMost = uint64_t{1} << 63;
    const std::string invalid = "time: invalid duration " + timeQuote(text);
    std::string_view all = text;
    ns = 0;
    bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    if (text == "0") return {};
    if (text.empty()) return invalid;
    uint64_t total = 0;
    while (!text.empty()) {
        uint64_t whole = 0;
        uint64_t fraction = 0;
        double scale = 1;
        bool any = false;
        while (isDigitAt(text, 0)) {
            if (whole > kMost / 10) return invalid;
            whole = whole * 10 + static_cast<uint64_t>(text[0] - '0');
            if (whole > kMost) return invalid;
            text.remove_prefix(1);
            any = true;
        }
        if (!text.empty() && text[0] == '.') {
            text.remove_prefix(1);
            bool full = false;
            while (isDigitAt(text, 0)) {
                uint64_t next = fraction * 10 + static_cast<uint64_t>(text[0] - '0');
                full = full || fraction > (kMost - 1) / 10 || next > kMost;
                if (!full) {
                    fraction = next;
                    scale *= 10;
                }
                text.remove_prefix(1);
                any = true;
            }
        }
        if (!any) return invalid;
        std::string_view unit = text.substr(0, text.find_first_of(".0123456789"));
        if (unit.empty()) return "time: missing unit in duration " + timeQuote(all);
        text.remove_prefix(unit.size());
        uint64_t factor = 0;
        for (const auto& candidate : kUnits)
            if (candidate.name == unit) factor = candidate.ns;
        if (factor == 0) return "time: unknown unit " + timeQuote(unit) + " in duration " + timeQuote(all);
        if (whole > kMost / factor) return invalid;
        whole *= factor;
        if (fraction > 0)
            whole +=
                static_cast<uint64_t>(static_cast<double>(fraction) * (static_cast<double>(factor) / scale));
        if (whole > kMost) return invalid;
        total += whole;
        if (total > kMost) return invalid;
    }
    if (!negative && total > kMost - 1) return invalid;
    ns = static_cast<int64_t>(negative ? ~total + 1 : total);
    return {};
}

}  // namespace sluice
