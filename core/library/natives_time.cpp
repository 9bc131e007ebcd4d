#include "library/natives.h"
#include "library/time_text.h"

// Natives of package time.

namespace sluice {

NativeStatus nativeTimeSleep(NativeCall& call) {
    int64_t ns = call.getInt(0);
    if (ns <= 0) return NativeStatus::Done;
    call.machine().scheduler().sleep(call.goroutine(), ns);
    return NativeStatus::Blocked;
}

// start(c chan Time, f func(), d, period Duration, loc *Location) (id uint64)
NativeStatus nativeTimeStart(NativeCall& call) {
    Library& library = libraryOf(call);
    library.setLocal(call.arg(4));
    int64_t ns = call.getInt(2);
    if (ns < 0) ns = 0;
    uint32_t name = 0;
    GoTimer timer = call.arg(0) != 0 ? library.timers().newChannelTimer(call.arg(0), ns, call.getInt(3), name)
                                     : library.timers().newFuncTimer(call.arg(1), ns, name);
    call.result(0) = timer;
    return NativeStatus::Done;
}

NativeStatus nativeTimeStop(NativeCall& call) {
    call.setBool(0, libraryOf(call).timers().stop(static_cast<GoTimer>(call.arg(0))));
    return NativeStatus::Done;
}

NativeStatus nativeTimeReset(NativeCall& call) {
    int64_t ns = call.getInt(1);
    if (ns < 0) ns = 0;
    GoTimer timer = static_cast<GoTimer>(call.arg(0));
    call.setBool(0, libraryOf(call).timers().reset(timer, ns, call.getInt(2), call.arg(3)));
    return NativeStatus::Done;
}

NativeStatus nativeDurationString(NativeCall& call) {
    call.setString(0, durationText(call.getInt(0)));
    return NativeStatus::Done;
}

NativeStatus nativeTimeParseDuration(NativeCall& call) {
    int64_t ns = 0;
    std::string wrong = readDuration(call.getString(0), ns);
    call.setInt(0, ns);
    call.setString(1, wrong);
    return NativeStatus::Done;
}

NativeStatus nativeTimeCivil(NativeCall& call) {
    int64_t seconds = call.getInt(0);
    int64_t days = seconds / 86400 - (seconds % 86400 < 0 ? 1 : 0);
    CivilDate date = dateOfDays(days);
    call.setInt(0, date.year);
    call.setInt(1, date.month);
    call.setInt(2, date.day);
    call.setInt(3, date.yearDay);
    return NativeStatus::Done;
}

NativeStatus nativeTimeDaysTo(NativeCall& call) {
    call.setInt(0, daysToDate(call.getInt(0), call.getInt(1), call.getInt(2)));
    return NativeStatus::Done;
}

// format(unix int64, nsec, offset int, zone, layout string) string
NativeStatus nativeTimeFormat(NativeCall& call) {
    call.setString(0, formatTime(call.getInt(0), static_cast<int>(call.getInt(1)), call.getInt(2),
                                 call.getString(3), call.getString(5)));
    return NativeStatus::Done;
}

NativeStatus nativeTimeMonotonic(NativeCall& call) {
    int64_t reading = call.getInt(0);
    uint64_t magnitude = reading < 0 ? ~static_cast<uint64_t>(reading) + 1 : static_cast<uint64_t>(reading);
    std::string fraction = std::to_string(magnitude % 1'000'000'000);
    fraction.insert(0, 9 - fraction.size(), '0');
    call.setString(0, std::string(" m=") + (reading < 0 ? "-" : "+") +
                          std::to_string(magnitude / 1'000'000'000) + "." + fraction);
    return NativeStatus::Done;
}

NativeStatus nativeTimeQuote(NativeCall& call) {
    call.setString(0, timeQuote(call.getString(0)));
    return NativeStatus::Done;
}

// parse(layout, value string) (local int64, nsec, offset, kind int, zone, layoutElem, valueElem, message
// string, ok bool)
NativeStatus nativeTimeParse(NativeCall& call) {
    ParsedTime parsed = parseTime(call.getString(0), call.getString(2));
    call.setInt(0, parsed.local);
    call.setInt(1, parsed.nanosecond);
    call.setInt(2, parsed.offset);
    call.setInt(3, static_cast<int64_t>(parsed.zoneKind));
    call.setString(4, parsed.zone);
    call.setString(6, parsed.layoutElement);
    call.setString(8, parsed.valueElement);
    call.setString(10, parsed.message);
    call.setBool(12, parsed.ok);
    return NativeStatus::Done;
}

}  // namespace sluice
