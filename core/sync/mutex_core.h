#pragma once
// The locking algorithm of sync.Mutex without events, shared by Mutex and by the writers' side of RWMutex.
//
// Invariants: see mutex.h. The state word: bits 0-31 owner goroutine (0 = unlocked), bit 32 starvation mode,
// bit 33 a waiter has been woken and will compete.

#include "sync/runtime.h"

namespace sluice {

constexpr uint64_t kMutexOwnerMask = 0xFFFFFFFFu;
constexpr uint64_t kMutexStarving = uint64_t{1} << 32;
constexpr uint64_t kMutexWoken = uint64_t{1} << 33;

/// How far a goroutine's Lock has got (Goroutine::phase).
enum LockPhase : uint8_t { kLockNew = 0, kLockWoken = 1, kLockHanded = 2 };

inline uint32_t mutexOwner(Slot state) { return static_cast<uint32_t>(state & kMutexOwnerMask); }

/// Takes the mutex if that is allowed; resets g.phase when it succeeds.
bool mutexTake(Goroutine& g, Slot& state);
/// Parks `g` in the queue after mutexTake failed; it must execute Lock again when it runs.
void mutexPark(SyncRuntime& rt, Goroutine& g, Slot& state, Slot key, WaitReason reason, uint32_t object);

struct MutexRelease {
    Goroutine* woken = nullptr;  ///< to be made ready by the caller
    bool handedOver = false;     ///< it owns the mutex now: the caller yields to it
};
/// Unlocks a locked mutex and chooses who is woken.
MutexRelease mutexRelease(SyncRuntime& rt, Slot& state, Slot key);

}  // namespace sluice
