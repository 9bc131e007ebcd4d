#include "library/time_text.h"

#include <array>
#include <cstdlib>

#include "base/utf8.h"

// Calendar, durations, layouts and formatting. Reading is in time_parse.cpp.

namespace sluice {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

bool lowerFollows(std::string_view text, size_t at) {
    return at < text.size() && text[at] >= 'a' && text[at] <= 'z';
}

bool digitFollows(std::string_view text, size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

struct ElementName {
    std::string_view text;
    TimeElement element;
};

/// Longer names first where one begins another.
constexpr ElementName kNames[] = {
    {"January", TimeElement::LongMonth},
    {"Monday", TimeElement::LongWeekDay},
    {"MST", TimeElement::Zone},
    {"002", TimeElement::ZeroYearDay},
    {"01", TimeElement::ZeroMonth},
    {"02", TimeElement::ZeroDay},
    {"03", TimeElement::ZeroHour12},
    {"04", TimeElement::ZeroMinute},
    {"05", TimeElement::ZeroSecond},
    {"06", TimeElement::Year},
    {"15", TimeElement::Hour},
    {"1", TimeElement::NumMonth},
    {"2006", TimeElement::LongYear},
    {"2", TimeElement::Day},
    {"__2", TimeElement::UnderYearDay},
    {"_2", TimeElement::UnderDay},
    {"3", TimeElement::Hour12},
    {"4", TimeElement::Minute},
    {"5", TimeElement::Second},
    {"PM", TimeElement::UpperPm},
    {"pm", TimeElement::LowerPm},
    {"-070000", TimeElement::NumZoneSeconds},
    {"-07:00:00", TimeElement::NumZoneColonSeconds},
    {"-0700", TimeElement::NumZone},
    {"-07:00", TimeElement::NumZoneColon},
    {"-07", TimeElement::NumZoneShort},
    {"Z070000", TimeElement::IsoZoneSeconds},
    {"Z07:00:00", TimeElement::IsoZoneColonSeconds},
    {"Z0700", TimeElement::IsoZone},
    {"Z07:00", TimeElement::IsoZoneColon},
    {"Z07", TimeElement::IsoZoneShort},
};

/// The element at the start of `text`, with its length; None if there is none.
TimeElement elementAt(std::string_view text, size_t& length, int& digits) {
    for (const ElementName& name : kNames) {
        if (!startsWith(text, name.text)) continue;
        length = name.text.size();
        return name.element;
    }
    length = 3;
    if (startsWith(text, "Jan") && !lowerFollows(text, 3)) return TimeElement::Month;
    if (startsWith(text, "Mon") && !lowerFollows(text, 3)) return TimeElement::WeekDay;
    if ((text[0] == '.' || text[0] == ',') && text.size() > 1 && (text[1] == '0' || text[1] == '9')) {
        size_t end = 1;
        while (end < text.size() && text[end] == text[1]) end++;
        if (digitFollows(text, end)) return TimeElement::None;
        length = end;
        digits = static_cast<int>(end) - 1;
        return text[1] == '0' ? TimeElement::Fraction0 : TimeElement::Fraction9;
    }
    return TimeElement::None;
}

void appendNumber(std::string& out, int64_t number, size_t width) {
    bool negative = number < 0;
    std::string digits = std::to_string(negative ? -number : number);
    if (negative) out.push_back('-');
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

void appendPadded(std::string& out, int64_t number, size_t width) {
    std::string digits = std::to_string(number);
    if (digits.size() < width) out.append(width - digits.size(), ' ');
    out += digits;
}

void appendZone(std::string& out, TimeElement element, int64_t offset) {
    bool iso = element >= TimeElement::IsoZone && element <= TimeElement::IsoZoneColonSeconds;
    if (iso && offset == 0) {
        out.push_back('Z');
        return;
    }
    int64_t magnitude = offset < 0 ? -offset : offset;
    out.push_back(offset < 0 ? '-' : '+');
    appendNumber(out, magnitude / 3600, 2);
    if (element == TimeElement::IsoZoneShort || element == TimeElement::NumZoneShort) return;
    bool colon = element == TimeElement::IsoZoneColon || element == TimeElement::NumZoneColon ||
                 element == TimeElement::IsoZoneColonSeconds || element == TimeElement::NumZoneColonSeconds;
    bool seconds = element == TimeElement::IsoZoneSeconds || element == TimeElement::NumZoneSeconds ||
                   element == TimeElement::IsoZoneColonSeconds || element == TimeElement::NumZoneColonSeconds;
    if (colon) out.push_back(':');
    appendNumber(out, magnitude / 60 % 60, 2);
    if (!seconds) return;
    if (colon) out.push_back(':');
    appendNumber(out, magnitude % 60, 2);
}

void appendFraction(std::string& out, const LayoutChunk& chunk, int nanosecond) {
    std::string digits = std::to_string(nanosecond);
    digits.insert(0, 9 - digits.size(), '0');
    if (chunk.digits < 9)
        digits.resize(static_cast<size_t>(chunk.digits));
    else
        digits.append(static_cast<size_t>(chunk.digits - 9), '0');
    if (chunk.element == TimeElement::Fraction9) {
        while (!digits.empty() && digits.back() == '0') digits.pop_back();
        if (digits.empty()) return;
    }
    out.push_back(chunk.text[0]);
    out += digits;
}

/// A point in time taken apart.
struct Clock {
    CivilDate date;
    int64_t second = 0;  ///< Of the day.
    int weekday = 0;
    int nanosecond = 0;
    int64_t offset = 0;
    std::string_view zone;
};

void appendElement(std::string& out, const LayoutChunk& chunk, const Clock& clock) {
    int64_t hour = clock.second / 3600;
    int64_t hour12 = hour % 12 == 0 ? 12 : hour % 12;
    std::string_view month = kMonths[static_cast<size_t>(clock.date.month - 1)];
    std::string_view day = kDays[static_cast<size_t>(clock.weekday)];
    switch (chunk.element) {
        case TimeElement::None: return;
        case TimeElement::LongMonth: out += month; return;
        case TimeElement::Month: out += month.substr(0, 3); return;
        case TimeElement::NumMonth: return appendNumber(out, clock.date.month, 0);
        case TimeElement::ZeroMonth: return appendNumber(out, clock.date.month, 2);
        case TimeElement::LongWeekDay: out += day; return;
        case TimeElement::WeekDay: out += day.substr(0, 3); return;
        case TimeElement::Day: return appendNumber(out, clock.date.day, 0);
        case TimeElement::UnderDay: return appendPadded(out, clock.date.day, 2);
        case TimeElement::ZeroDay: return appendNumber(out, clock.date.day, 2);
        case TimeElement::UnderYearDay: return appendPadded(out, clock.date.yearDay, 3);
        case TimeElement::ZeroYearDay: return appendNumber(out, clock.date.yearDay, 3);
        case TimeElement::Hour: return appendNumber(out, hour, 2);
        case TimeElement::Hour12: return appendNumber(out, hour12, 0);
        case TimeElement::ZeroHour12: return appendNumber(out, hour12, 2);
        case TimeElement::Minute: return appendNumber(out, clock.second / 60 % 60, 0);
        case TimeElement::ZeroMinute: return appendNumber(out, clock.second / 60 % 60, 2);
        case TimeElement::Second: return appendNumber(out, clock.second % 60, 0);
        case TimeElement::ZeroSecond: return appendNumber(out, clock.second % 60, 2);
        case TimeElement::LongYear: return appendNumber(out, clock.date.year, 4);
        case TimeElement::Year: return appendNumber(out, std::abs(clock.date.year) % 100, 2);
        case TimeElement::UpperPm: out += hour >= 12 ? "PM" : "AM"; return;
        case TimeElement::LowerPm: out += hour >= 12 ? "pm" : "am"; return;
        case TimeElement::Zone:
            if (!clock.zone.empty()) {
                out += clock.zone;
                return;
            }
            return appendZone(out, TimeElement::NumZone, clock.offset);
        case TimeElement::Fraction0:
        case TimeElement::Fraction9: return appendFraction(out, chunk, clock.nanosecond);
        default: return appendZone(out, chunk.element, clock.offset);
    }
}

/// Digits of a fraction of `digits` places without trailing zeros; the rest stays in `value`.
std::string takeFraction(uint64_t& value, int digits) {
    std::string out;
    bool print = false;
    for (int i = 0; i < digits; i++) {
        uint64_t digit = value % 10;
        print = print || digit != 0;
        if (print) out.insert(out.begin(), static_cast<char>('0' + digit));
        value /= 10;
    }
    if (print) out.insert(out.begin(), '.');
    return out;
}

}  // namespace

CivilDate dateOfDays(int64_t days) {
    // Eras of 400 years that begin on 1 March (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t ofEra = z - era * 146097;
    int64_t yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    int64_t ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int64_t shifted = (5 * ofYear + 2) / 153;
    CivilDate date;
    date.day = static_cast<int>(ofYear - (153 * shifted + 2) / 5 + 1);
    date.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
    date.year = yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0);
    date.yearDay = static_cast<int>(days - daysToDate(date.year, 1, 1)) + 1;
    return date;
}

int64_t daysToDate(int64_t year, int64_t month, int64_t day) {
    int64_t months = month - 1;
    int64_t carry = months >= 0 ? months / 12 : -((11 - months) / 12);
    year += carry;
    month = months - carry * 12 + 1;
    if (month <= 2) year--;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t yearOfEra = year - era * 400;
    int64_t ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
    int64_t ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear;
    return era * 146097 + ofEra - 719468 + day - 1;
}

bool isLeapYear(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int daysInMonth(int64_t year, int month) {
    if (month == 2) return isLeapYear(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::string durationText(int64_t ns) {
    if (ns == 0) return "0s";
    uint64_t value = ns < 0 ? ~static_cast<uint64_t>(ns) + 1 : static_cast<uint64_t>(ns);
    std::string out;
    if (value < 1'000'000'000) {
        int digits = value < 1000 ? 0 : value < 1'000'000 ? 3 : 6;
        std::string fraction = takeFraction(value, digits);
        out = std::to_string(value) + fraction + (digits == 0 ? "ns" : digits == 3 ? "µs" : "ms");
    } else {
        std::string fraction = takeFraction(value, 9);
        out = std::to_string(value % 60) + fraction + "s";
        value /= 60;
        if (value > 0) {
            out = std::to_string(value % 60) + "m" + out;
            value /= 60;
            if (value > 0) out = std::to_string(value) + "h" + out;
        }
    }
    return ns < 0 ? "-" + out : out;
}

std::string timeQuote(std::string_view text) {
    static const char kHex[] = "0123456789abcdef";
    std::string out = "\"";
    for (char c : text) {
        uint8_t byte = static_cast<uint8_t>(c);
        if (byte >= 0x80 || byte < ' ') {
            out += "\\x";
            out.push_back(kHex[byte >> 4]);
            out.push_back(kHex[byte & 0xF]);
        } else {
            if (c == '"' || c == '\\') out.push_back('\\');
            out.push_back(c);
        }
    }
    return out + "\"";
}

LayoutChunk nextLayoutChunk(std::string_view layout) {
    for (size_t i = 0; i < layout.size(); i++) {
        size_t length = 0;
        LayoutChunk chunk;
        // "_2006" is a plain underscore in front of a year.
        if (startsWith(layout.substr(i), "_2006")) continue;
        chunk.element = elementAt(layout.substr(i), length, chunk.digits);
        if (chunk.element == TimeElement::None) continue;
        chunk.prefix = layout.substr(0, i);
        chunk.text = layout.substr(i, length);
        chunk.suffix = layout.substr(i + length);
        return chunk;
    }
    return {layout, TimeElement::None, {}, 0, {}};
}

std::string formatTime(int64_t unix, int nanosecond, int64_t offset, std::string_view zone,
                       std::string_view layout) {
    int64_t local = unix + offset;
    int64_t days = local / 86400;
    int64_t second = local % 86400;
    if (second < 0) {
        second += 86400;
        days--;
    }
    Clock clock{dateOfDays(days), second, static_cast<int>(((days + 4) % 7 + 7) % 7),
                nanosecond,       offset, zone};
    std::string out;
    while (!layout.empty()) {
        LayoutChunk chunk = nextLayoutChunk(layout);
        out += chunk.prefix;
        appendElement(out, chunk, clock);
        if (chunk.element == TimeElement::None) break;
        layout = chunk.suffix;
    }
    return out;
}

}  // namespace sluice
