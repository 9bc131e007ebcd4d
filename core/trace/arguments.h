#pragma once
// The two arguments of an event as text; what narration, text form and exports share.

#include <string>

#include "trace/recorder.h"

namespace sluice {

/// Argument `word` of kind `kind` as a short text: values and texts resolved, goroutines and objects by name,
/// times as "1.5s", sets as "{0,2}". Empty for None, for a missing value and for the upper half of a time.
std::string argumentText(ArgumentKind kind, uint32_t word, const Event& event, const Recorder& recorder);

/// The virtual time that the TimeLow and TimeHigh arguments of an event make together.
constexpr int64_t timeOf(const Event& event) {
    return static_cast<int64_t>(static_cast<uint64_t>(event.b) << 32 | event.a);
}

/// "1.5s", "20ms", "0s": as time.Duration prints.
std::string virtualTimeText(int64_t ns);

/// The words for how a run ended, by the numbers of Outcome (sched/scheduler.h).
std::string_view outcomeWord(uint32_t outcome);

}  // namespace sluice
