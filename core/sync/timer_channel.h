#pragma once
// time.Timer, time.Ticker and AfterFunc with the semantics of Go 1.23 and later.
//
// Invariants:
// - A timer's channel has room for one value inside but looks unbuffered (len and cap are 0).
// - After Stop or Reset has returned, no value from before can be received.
// - A timer whose channel nobody waits at is weak: it goes off when time passes it, but time does not jump to
//   it, and it does not keep a deadlock from being one. A ticker whose value was not fetched is dormant until
//   somebody looks; it drops ticks meanwhile and keeps its rhythm.
// - The value sent is the time at which the timer was due.

#include "heap/collector.h"
#include "sync/channel.h"

namespace sluice {

/// Number of a Go timer (not a TimerId): stays the same over Stop and Reset. 0 = none.
using GoTimer = uint32_t;

/// Makes the value a timer channel carries, and runs AfterFunc functions. Implemented by the machine or the
/// library.
class TimerHooks {
  public:
    virtual ~TimerHooks() = default;
    /// Writes the image of the time.Time for virtual time `ns` to `image` (kTimeSlots of the channel's
    /// element).
    virtual void timeImage(int64_t ns, Slot* image) = 0;
    /// Starts a goroutine that runs the func value `closure` (AfterFunc).
    virtual void startFunction(Slot closure) = 0;
};

/// All Go timers of a run.
class TimerChannels final : public TimerTarget, public RootSource {
  public:
    TimerChannels(SyncRuntime& rt, TimerHooks& hooks);
    ~TimerChannels();

    /// A timer that sends on `channel` (a chan time.Time with capacity 1 that nobody has used yet), first at
    /// now + ns, then every `periodNs` (0 = once). Emits ObjectMake (type "timer" or "ticker"), ObjectLink
    /// and TimerStart.
    GoTimer newChannelTimer(Slot channel, int64_t ns, int64_t periodNs, uint32_t nameText);
    /// time.AfterFunc. The closure is kept alive until it has been started or the timer is stopped.
    GoTimer newFuncTimer(Slot closure, int64_t ns, uint32_t nameText);
    /// t.Stop(): true if it was running (for channel timers also: gone off, but the value not yet received).
    bool stop(GoTimer timer);
    /// t.Reset(ns), and ticker.Reset(ns) with periodNs = ns. Func timers pass their closure again. Result as
    /// stop().
    bool reset(GoTimer timer, int64_t ns, int64_t periodNs, Slot closure = 0);

    /// Called by channel operations: a goroutine begins or ends to wait at the channel; a value was taken out
    /// of its buffer.
    void waitersChanged(GoTimer timer, bool waiting);
    void taken(GoTimer timer);

    void fire(Scheduler& scheduler, TimerId id, int64_t when, uint64_t data) override;
    void markRoots(Collector& collector) override;

  private:
    /// One Go timer. Running: id != 0. Dormant: a ticker whose value lies in the channel.
    struct Entry {
        Slot channel = 0;
        Slot closure = 0;
        int64_t when = 0;
        int64_t periodNs = 0;
        uint32_t object = 0;
        TimerId id = 0;
        bool dormant = false;
    };

    void arm(GoTimer timer, int64_t when);
    bool disarm(Entry& entry);
    void note(Entry& entry, std::string_view type, int64_t ns, uint32_t nameText);
    void noteStart(const Entry& entry, int64_t when);

    SyncRuntime& rt_;
    TimerHooks& hooks_;
    std::vector<Entry> entries_{1};
};

}  // namespace sluice
