#pragma once
// The runtime's plain semaphore (runtime/sema.go) for library code: one slot in memory counts, waiters are
// FIFO.
//
// Invariant: nobody waits while the count is positive. A release with somebody waiting goes to the first
// waiter at once.

#include "sync/runtime.h"

namespace sluice {

/// Waits until the word at `address` is positive and takes one; reason "semacquire".
OpResult semacquire(SyncRuntime& rt, Goroutine& g, Slot address);
/// Adds one, or lets the first waiter go on. With `handoff` it goes first.
OpResult semrelease(SyncRuntime& rt, Goroutine& g, Slot address, bool handoff);

}  // namespace sluice
