#pragma once
// Timers of the run: sleeping goroutines, time.Timer, tickers, inputs from outside.
//
// Invariants:
// - The heap is ordered by (when, sequence); sequence counts starts, so equal times are FIFO.
// - `when` of a running timer never changes; resetting is stopping and starting again.
// - A weak timer (one whose effect nobody waits for now) goes off when time passes it, but time never jumps
//   for its sake: weak timers alone are a deadlock, as in Go since 1.23.

#include <cstdint>
#include <vector>

namespace sluice {

class Scheduler;

/// Number of a timer slot; 0 = none. Slots are reused after the timer has ended.
using TimerId = uint32_t;

/// What a timer does when it goes off.
class TimerTarget {
  public:
    /// Called at virtual time scheduler.now() (>= the timer's when). `data` is what start() was given. The
    /// timer is no longer running: a periodic one starts itself again.
    virtual void fire(Scheduler& scheduler, TimerId timer, int64_t when, uint64_t data) = 0;

  protected:
    ~TimerTarget() = default;
};

/// A priority queue of timers with stable ids.
class TimerHeap {
  public:
    /// A running timer.
    struct Timer {
        int64_t when = 0;
        uint64_t sequence = 0;
        uint64_t data = 0;
        TimerTarget* target = nullptr;
        uint32_t position = 0;   ///< index in the heap + 1; 0 = slot is free
        uint16_t processor = 0;  ///< where it was started: that processor runs it if it is idle
        bool weak = false;
    };

    /// Starts a timer for absolute virtual time `when`.
    TimerId start(int64_t when, TimerTarget& target, uint64_t data, uint16_t processor, bool weak);
    /// Stops a running timer. False if `id` is not running.
    bool stop(TimerId id);
    void setWeak(TimerId id, bool weak);
    bool empty() const { return heap_.empty(); }
    /// True if time may jump: some timer is not weak.
    bool anyStrong() const { return strong_ > 0; }
    /// Time of the next timer, INT64_MAX if none.
    int64_t nextWhen() const { return nextWhen_; }
    /// The next timer's id, 0 if none.
    TimerId next() const { return heap_.empty() ? 0 : heap_[0]; }
    const Timer& operator[](TimerId id) const { return timers_[id]; }
    bool isRunning(TimerId id) const { return id != 0 && id < timers_.size() && timers_[id].position != 0; }
    /// Running timers in heap order (for roots).
    const std::vector<TimerId>& running() const { return heap_; }
    /// Moves timers of processors >= count to processor 0.
    void rehome(uint16_t count);
    /// True when a second timer is due at nextWhen().
    bool hasTie() const;
    /// Ids of timers that are due at nextWhen(), the first in FIFO order first, at most `most` of them. `out`
    /// is replaced.
    void dueTogether(std::vector<TimerId>& out, uint32_t most) const;

  private:
    bool before(TimerId x, TimerId y) const;
    void siftUp(uint32_t i);
    void siftDown(uint32_t i);
    void place(uint32_t i, TimerId id);
    void remove(uint32_t i);

    std::vector<Timer> timers_{1};
    std::vector<TimerId> heap_;
    std::vector<TimerId> free_;
    uint64_t sequence_ = 0;
    int64_t nextWhen_ = INT64_MAX;
    uint32_t strong_ = 0;
};

}  // namespace sluice
