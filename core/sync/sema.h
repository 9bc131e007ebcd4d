#pragma once
// The runtime's plain semaphore (runtime/sema.go) for library code: one slot in memory counts, waiters are FIFO.

#include "sync/runtime.h"

namespace sluice {

/// Waits until the word at `address` is positive, then takes one; reason "semacquire". May return Retry.
OpResult semacquire(SyncRuntime& rt, Goroutine& g, Slot address);
/// Adds one and wakes the first waiter. With `handoff` the waiter gets it without competing.
OpResult semrelease(SyncRuntime& rt, Goroutine& g, Slot address, bool handoff);

}  // namespace sluice
