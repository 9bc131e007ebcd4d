#pragma once

// Times and durations as texts, exactly as Go's package time writes and reads them, and the calendar below.

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

/// A day of the proleptic Gregorian calendar.
struct CivilDate {
    int64_t year = 0;
    int month = 1;
    int day = 1;
    int yearDay = 1;
};

/// The date of a number of days since 1970-01-01.
CivilDate dateOfDays(int64_t days);
/// Days from 1970-01-01 to a date; months and days outside their range carry over.
int64_t daysToDate(int64_t year, int64_t month, int64_t day);
bool isLeapYear(int64_t year);
int daysInMonth(int64_t year, int month);

/// Duration.String: "1h0m0.5s".
std::string durationText(int64_t ns);
/// time.ParseDuration; returns the text of the error, or "".
std::string readDuration(std::string_view text, int64_t& ns);
/// How package time quotes a text in its errors.
std::string timeQuote(std::string_view text);

/// One element of a layout. Numbers are internal.
enum class TimeElement : uint8_t {
    None,
    LongMonth,
    Month,
    NumMonth,
    ZeroMonth,
    LongWeekDay,
    WeekDay,
    Day,
    UnderDay,
    ZeroDay,
    UnderYearDay,
    ZeroYearDay,
    Hour,
    Hour12,
    ZeroHour12,
    Minute,
    ZeroMinute,
    Second,
    ZeroSecond,
    LongYear,
    Year,
    UpperPm,
    LowerPm,
    Zone,
    IsoZone,
    IsoZoneSeconds,
    IsoZoneShort,
    IsoZoneColon,
    IsoZoneColonSeconds,
    NumZone,
    NumZoneSeconds,
    NumZoneShort,
    NumZoneColon,
    NumZoneColonSeconds,
    Fraction0,
    Fraction9,
};

struct LayoutChunk {
    std::string_view prefix;  ///< Plain text in front of the element.
    TimeElement element = TimeElement::None;
    std::string_view text;    ///< The element as the layout writes it.
    int digits = 0;           ///< Fractions.
    std::string_view suffix;  ///< What follows.
};

/// Splits off the first element of a layout.
LayoutChunk nextLayoutChunk(std::string_view layout);

/// Time.Format. `unix` is in seconds, `offset` in seconds east of UTC.
std::string formatTime(int64_t unix, int nanosecond, int64_t offset, std::string_view zone,
                       std::string_view layout);

/// What time.Parse knows about the zone.
enum class ParsedZone : uint8_t { Unknown, Utc, Offset, Name };

struct ParsedTime {
    bool ok = false;
    int64_t local = 0;  ///< Seconds since 1970 as if the zone were UTC.
    int64_t nanosecond = 0;
    int64_t offset = 0;
    ParsedZone zoneKind = ParsedZone::Unknown;
    std::string zone;
    // For time.ParseError:
    std::string layoutElement;
    std::string valueElement;
    std::string message;
};

ParsedTime parseTime(std::string_view layout, std::string_view value);

}  // namespace sluice
