#pragma once
// sync.Once, in three slots: {0 new, 1 running, 2 done; goroutine that runs it; identity}.
//
// Invariants: one goroutine enters; the others wait until it leaves and then go through.

#include "sync/runtime.h"

namespace sluice {

constexpr uint32_t kOnceSlots = 3;

/// `run` tells whether the caller must do the work and then call onceLeave. May return Retry.
OpResult onceEnter(SyncRuntime& rt, Goroutine& g, Slot once, bool& run);
/// The work is done (or panicked): everybody goes on.
OpResult onceLeave(SyncRuntime& rt, Goroutine& g, Slot once);

}  // namespace sluice
