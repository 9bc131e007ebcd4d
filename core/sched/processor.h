#pragma once
// One virtual processor (Go's P): clock, current goroutine, run queue.
//
// Invariants:
// - The local queue holds at most kLocalQueue goroutines, first in first out; runnext is apart and runs
//   before them.
// - Idle: no current goroutine, nothing queued, does not act. Searching: has just lost its goroutine or was
//   woken by a timer, looks for the next one. Spinning: was woken because there may be work to steal. Only
//   Running has a current goroutine.

#include <cstdint>

#include "sched/clock.h"
#include "sched/goroutine.h"

namespace sluice {

/// First in, first out list of goroutines through queueNext.
class GoroutineQueue {
  public:
    bool empty() const { return first_ == nullptr; }
    uint32_t size() const { return size_; }
    Goroutine* first() const { return first_; }
    void pushBack(Goroutine& g);
    Goroutine* popFront();
    /// Takes out the entry at `index` (0 = first).
    Goroutine* popAt(uint32_t index);

  private:
    Goroutine* first_ = nullptr;
    Goroutine* last_ = nullptr;
    uint32_t size_ = 0;
};

enum class ProcessorState : uint8_t { Idle, Searching, Spinning, Running };

/// Local run queue capacity (runtime2.go, p.runq).
constexpr uint32_t kLocalQueue = 256;

struct Processor {
    uint16_t id = 0;
    ProcessorState state = ProcessorState::Idle;
    uint8_t spinsLeft = 0;  ///< spinning: how often it will still look for work
    ProcessorClock clock;
    Goroutine* current = nullptr;
    Goroutine* runnext = nullptr;
    ClockKey runnextSince;  ///< when runnext was filled: thieves leave it alone for a while
    GoroutineQueue queue;
    uint32_t tick = 1;      ///< counts goroutines taken from the queues (schedtick); not 0, a multiple of 61
    int64_t sliceUsed = 0;  ///< work since tick last changed
    int64_t busyNs = 0;     ///< work done in all
    /// Counts the moments at which the processor's goroutine could let others see its work, or lost the
    /// processor.
    uint64_t epoch = 0;

    /// Whether it acts before `other`.
    bool before(const Processor& other) const {
        if (clock.key.ns != other.clock.key.ns) return clock.key.ns < other.clock.key.ns;
        if (clock.key.debt != other.clock.key.debt) return clock.key.debt < other.clock.key.debt;
        return id < other.id;
    }
    bool hasWork() const { return runnext != nullptr || !queue.empty(); }
    uint32_t runnable() const { return queue.size() + (runnext != nullptr ? 1 : 0); }
};

}  // namespace sluice
