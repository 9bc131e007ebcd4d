#pragma once
// The notification list of sync.Cond (runtime/sema.go, notifyList), in two slots: {next ticket to give << 32
// | next to notify, identity}.
//
// Invariants: tickets are given in order; a ticket below `notify` has been notified; waiters are woken in the
// order of their tickets (FIFO) unless the strategy says otherwise.

#include "sync/runtime.h"

namespace sluice {

constexpr uint32_t kCondSlots = 2;

/// Takes a ticket (before the lock is released). `list` points to the two slots.
uint64_t condAdd(SyncRuntime& rt, Goroutine& g, Slot list);
/// Waits until the ticket is notified; Done when it already was.
OpResult condPark(SyncRuntime& rt, Goroutine& g, Slot list, uint64_t ticket);
OpResult condSignal(SyncRuntime& rt, Goroutine& g, Slot list);
OpResult condBroadcast(SyncRuntime& rt, Goroutine& g, Slot list);

}  // namespace sluice
