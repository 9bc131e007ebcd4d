#pragma once
// What a recorded run amounts to, in numbers that claims and comparisons are about: how many goroutines at
// once, how full the queues, which values the watched variables had.
//
// Invariants: a pure function of the events and the recorder's registers; goroutines of the library are not
// counted; names are those of the stage without the number ("worker", not "worker #2").

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trace/event.h"

namespace sluice {

class Recorder;
class VectorSink;

/// So long several goroutines must be at work together to count: shorter overlaps are hand-overs (one starts,
/// finds the lock taken and waits), which take a few hundred ns of virtual time each.
constexpr int64_t kWorkingNs = 10'000;

/// See the head of the file. Counts are of one run.
struct RunFacts {
    uint32_t leaks = 0;           ///< goroutines blocked for ever when the program ended
    uint32_t mostGoroutines = 0;  ///< alive at once, main included
    std::map<std::string, uint32_t, std::less<>> mostAlive;  ///< by goroutine name
    /// By goroutine name: most at once, for kWorkingNs or longer, that were not blocked: running, runnable
    /// after their first step, sleeping, or waiting for input and output.
    std::map<std::string, uint32_t, std::less<>> mostWorking;
    std::map<std::string, uint32_t, std::less<>> longestQueue;  ///< by channel name: values in the buffer
    std::map<std::string, std::vector<std::string>, std::less<>> watched;  ///< values by variable, in order
    std::map<std::pair<uint16_t, std::string>, uint64_t>
        events;  ///< by kind, and by kind and name ("" = all)
};

/// Reads a whole run.
RunFacts collectFacts(const VectorSink& events, const Recorder& recorder);

/// The number of an event's kind by its word ("chan-send-block"); false when there is none.
bool findEventKind(std::string_view word, EventKind& kind);

/// True when `name` is what an author calls `full`: the same, or its last part ("jobs" for "pool.jobs").
bool namesThing(std::string_view name, std::string_view full);

}  // namespace sluice
