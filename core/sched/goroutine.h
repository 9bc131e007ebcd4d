#pragma once
// The part of a goroutine that the scheduler and the synchronisation primitives know. The machine derives its
// own from it.
//
// Invariants:
// - A goroutine is in exactly one place: on a run queue (Runnable), current on a processor (Running), parked
//   (Waiting), or nowhere (Idle, Dead).
// - reason is None unless the status is Waiting.
// - While a goroutine waits, its stack does not move: a waker may write results through pointers into it.

#include <cstdint>

#include "trace/event.h"

namespace sluice {

/// Go's words (runtime2.go): _Gidle, _Grunnable, _Grunning, _Gwaiting, _Gdead.
enum class GoroutineStatus : uint8_t { Idle, Runnable, Running, Waiting, Dead };

/// "idle", "runnable", "running", "waiting", "dead".
const char* statusText(GoroutineStatus status);

/// No select case: the wake-up is not that of a select.
constexpr uint32_t kNoCase = 0xFFFFFFFFu;

/// An event to be emitted in the goroutine's name when it runs again, right after its GoStart.
struct WakeEvent {
    EventKind kind = EventKind::None;
    uint32_t selectCase = kNoCase;  ///< SelectWake with this case comes first
    uint32_t object = 0;
    uint32_t a = 0;
    uint32_t b = 0;
};

struct Goroutine {
    Goroutine* queueNext = nullptr;  ///< link of the queue it is on
    Goroutine* allNext = nullptr;    ///< link of the list of living goroutines, in order of number
    Goroutine* allPrev = nullptr;

    uint32_t number = 0;  ///< 1 = main, then in order of creation
    uint32_t parent = 0;
    GoroutineStatus status = GoroutineStatus::Idle;
    WaitReason reason = WaitReason::None;
    uint16_t processor = 0;  ///< where it ran last
    bool system = false;     ///< belongs to the simulated world: not counted, not drawn, never deadlocked
    bool pinned = false;     ///< not preempted while set (library code that must be one step)
    uint8_t phase = 0;  ///< for operations that are executed again after a wake-up: how far they got; 0 = new
    bool wakeOk = false;  ///< result for whoever resumes it: the receive got a value, the wait succeeded

    uint32_t waitObject = 0;  ///< number of the object it waits for; 0 = none or several
    uint32_t waitPos = 0;     ///< position of the operation it waits in
    uint64_t waitPointer =
        0;  ///< pointer slot of what it waits for (channel, mutex …), 0 for none or several
    uint32_t firstWaiter = 0;  ///< its entry (or list of entries) in wait queues; owned by sync
    uint32_t sleepTimer = 0;   ///< running sleep timer, 0 = none
    int64_t waitSince = 0;     ///< virtual time at which it parked
    int64_t waitedSince = 0;   ///< for mutexes: when the whole attempt began

    /// Set by a waker: resuming must panic with this text (as a runtime error with plain text); null = none.
    const char* wakePanic = nullptr;
    WakeEvent wakeEvent;

    bool isWaiting() const { return status == GoroutineStatus::Waiting; }
};

}  // namespace sluice
