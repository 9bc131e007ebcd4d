#pragma once
// sync.Mutex (internal/sync/mutex.go), in two slots of the program's memory: {state, identity}.
//
// Invariants:
// - Locked: owner is a goroutine number. Unlocked: owner is 0.
// - Normal mode: Unlock wakes the first waiter, who then competes with newcomers; a waiter that loses goes
//   back to the front of the queue.
// - A waiter that has waited longer than kStarvationNs switches the mutex to starvation mode: Unlock hands it
//   to the first waiter, newcomers queue at the end. The last waiter, or one that waited less, switches back.
// - Spinning is left out: it changes speed, not what can be observed.

#include "sync/runtime.h"

namespace sluice {

constexpr uint32_t kMutexSlots = 2;
/// internal/sync/mutex.go, starvationThresholdNs.
constexpr int64_t kStarvationNs = 1'000'000;

/// m.Lock(). May return Retry.
OpResult mutexLock(SyncRuntime& rt, Goroutine& g, Slot mutex);
/// m.TryLock(): `locked` tells the result.
OpResult mutexTryLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked);
/// m.Unlock(). Fatal when not locked; Yielded when the mutex was handed over.
OpResult mutexUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex);

}  // namespace sluice
