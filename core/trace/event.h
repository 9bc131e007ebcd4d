#pragma once
// The event record and the vocabularies around it. One event is 32 little-endian bytes, read in place by the
// page.
//
// Invariants: sizeof(Event) is 32 and offsets never change; numbers come from events.def and wait_reasons.def
// and are for ever; times never decrease within one trace.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sluice {

/// Version of the record format and of the meaning of events.def; raised when a reader must change.
constexpr uint32_t kTraceVersion = 1;

/// What happened; one enumerator per row of events.def.
enum class EventKind : uint16_t {
#define SLUICE_EVENT(number, Name, word, a, b, change, sentence) Name = number,
#include "trace/events.def"
#undef SLUICE_EVENT
};

/// Why a goroutine waits; one enumerator per row of wait_reasons.def.
enum class WaitReason : uint8_t {
#define SLUICE_WAIT_REASON(number, Name, text, klass) Name = number,
#include "trace/wait_reasons.def"
#undef SLUICE_WAIT_REASON
};

/// `processor` of an event that happens on no processor (timers, inputs, the end of the run).
constexpr uint16_t kNoProcessor = 0xFFFF;

/// The line in a position word, line << 12 | column.
constexpr uint32_t lineOfPosition(uint32_t word) { return word >> 12; }

/// One event; see the head of events.def for the meaning of the fields.
struct Event {
    int64_t time;        ///< virtual ns since the start of the program
    uint16_t kind;       ///< EventKind
    uint16_t processor;  ///< kNoProcessor when none
    uint32_t goroutine;  ///< who acts; 0 = the outside world
    uint32_t object;     ///< object number; 0 = none
    uint32_t pos;        ///< line << 12 | column in the user's file; 0 = unknown
    uint32_t a;
    uint32_t b;

    EventKind what() const { return static_cast<EventKind>(kind); }
    uint32_t line() const { return lineOfPosition(pos); }
    uint32_t column() const { return pos & 0xFFF; }
};
static_assert(sizeof(Event) == 32 && offsetof(Event, pos) == 20, "the page reads events by these offsets");

/// What an argument word means; from the words of columns a and b in events.def.
enum class ArgumentKind : uint8_t {
    None,
    Number,     ///< a plain unsigned number
    Signed,     ///< a signed 32-bit number
    Value,      ///< a value word, see below
    Text,       ///< a text id
    Goroutine,  ///< a goroutine number, 0 = nobody
    Message,    ///< a message number, 0 = none
    Reason,     ///< a WaitReason
    TimeLow,    ///< low half of a virtual time whose high half is the other argument
    TimeHigh,
    Set,        ///< a bit set of case indices
    Object,     ///< an object number
    Direction,  ///< 0 receive, 1 send, 2 nil channel
    Outcome,    ///< RunEnd: how the run stands (sched/scheduler.h)
};

/// The kind that a column word of events.def stands for.
ArgumentKind argumentKind(std::string_view meaning);

/// One row of events.def.
struct EventInfo {
    uint16_t number;
    std::string_view name;  ///< enumerator
    std::string_view word;  ///< kebab-case name in texts; empty: no such event
    std::string_view a;     ///< meaning of argument a, "-" when unused
    std::string_view b;
    std::string_view change;    ///< run, ready, block, sleep, end or -
    std::string_view sentence;  ///< narration template
    ArgumentKind aKind;
    ArgumentKind bKind;
};

/// The row of an event kind; for an unknown number a row with an empty word.
const EventInfo& eventInfo(EventKind kind);
/// All rows in the order of events.def.
const EventInfo* eventInfos(size_t& count);

/// Go's text for a wait reason ("chan receive"); empty for None.
std::string_view waitReasonText(WaitReason reason);
/// True for reasons the page draws as sleeping rather than blocked.
bool isSleeping(WaitReason reason);

// A value argument ("value" in events.def) is either the id of an interned text, or, with the top bit set, a
// small integer in itself: 31 bits, two's complement. 0 is "no value".

/// Marks a value word that holds a small integer.
constexpr uint32_t kSmallValueBit = 0x80000000u;

/// True when `value` fits a value word without a text.
constexpr bool fitsSmallValue(int64_t value) { return value >= -(1 << 30) && value < (1 << 30); }
/// The value word of a small integer.
constexpr uint32_t smallValue(int64_t value) {
    return kSmallValueBit | (static_cast<uint32_t>(value) & 0x7FFFFFFFu);
}
/// True when a value word holds a small integer.
constexpr bool isSmallValue(uint32_t word) { return (word & kSmallValueBit) != 0; }
/// The integer in a value word.
constexpr int32_t smallValueOf(uint32_t word) { return static_cast<int32_t>(word << 1) >> 1; }

}  // namespace sluice
