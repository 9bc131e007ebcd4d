#pragma once
// sync.WaitGroup, in two slots: {counter << 32 | waiters, identity}.
//
// Invariants: the counter is never negative; nobody waits while it is zero; when it reaches zero all waiters
// go on.

#include "sync/runtime.h"

namespace sluice {

constexpr uint32_t kWaitGroupSlots = 2;

/// wg.Add(delta). PanicPlain "sync: negative WaitGroup counter", "sync: WaitGroup misuse: Add called
/// concurrently with Wait".
OpResult waitGroupAdd(SyncRuntime& rt, Goroutine& g, Slot group, int64_t delta);
/// wg.Done(): Add(-1) with an event of its own.
OpResult waitGroupDone(SyncRuntime& rt, Goroutine& g, Slot group);
/// wg.Wait(). May return Retry (its second half checks for reuse: PanicPlain "sync: WaitGroup is reused
/// before previous Wait has returned").
OpResult waitGroupWait(SyncRuntime& rt, Goroutine& g, Slot group);

}  // namespace sluice
