#include "sync/mutex.h"

#include "sync/mutex_core.h"

namespace sluice {

bool mutexTake(Goroutine& g, Slot& state) {
    if (g.phase == kLockHanded) {
        if (mutexOwner(state) == g.number) {
            g.phase = kLockNew;
            return true;
        }
        // The program has overwritten the mutex in the meantime (mu = sync.Mutex{}): compete for the new one.
        g.phase = kLockWoken;
    }
    // In starvation mode the mutex is handed over, so it is never free while somebody waits.
    if (mutexOwner(state) != 0) return false;
    state |= g.number;
    if (g.phase == kLockWoken) {
        // A waiter that waited too long has queued again in the meantime or got it: back to normal either
        // way.
        state &= ~(kMutexWoken | kMutexStarving);
        g.phase = kLockNew;
    }
    return true;
}

void mutexPark(SyncRuntime& rt, Goroutine& g, Slot& state, Slot key, WaitReason reason, uint32_t object) {
    bool again = g.phase == kLockWoken;
    if (again) {
        state &= ~kMutexWoken;
        if (rt.scheduler.now() - g.waitedSince > kStarvationNs) state |= kMutexStarving;
    } else {
        g.waitedSince = rt.scheduler.now();
    }
    g.phase = kLockWoken;
    rt.parkOn(key, g, reason, object, again);
}

MutexRelease mutexRelease(SyncRuntime& rt, Slot& state, Slot key) {
    SLUICE_ASSERT(mutexOwner(state) != 0);
    state &= ~kMutexOwnerMask;
    if ((state & kMutexStarving) != 0) {
        Goroutine* next = rt.takeWaiter(key);
        if (next == nullptr) {
            state &= ~kMutexStarving;
            return {};
        }
        state |= next->number;
        next->phase = kLockHanded;
        if (!rt.hasWaiters(key) || rt.scheduler.now() - next->waitedSince < kStarvationNs)
            state &= ~kMutexStarving;
        return {next, true};
    }
    // Somebody is awake already and will try.
    if ((state & kMutexWoken) != 0) return {};
    Goroutine* next = rt.takeWaiter(key);
    if (next == nullptr) return {};
    state |= kMutexWoken;
    return {next, false};
}

OpResult mutexLock(SyncRuntime& rt, Goroutine& g, Slot mutex) {
    Slot* m = rt.heap.slotAt(mutex);
    uint32_t number = rt.numberOf(m[1], mutex, "mutex");
    if (mutexTake(g, m[0])) {
        rt.recorder.emit(EventKind::MutexLock, number);
        return {};
    }
    rt.recorder.emit(EventKind::MutexBlock, number, mutexOwner(m[0]));
    mutexPark(rt, g, m[0], mutex, WaitReason::MutexLock, number);
    return {OpStatus::Retry};
}

OpResult mutexTryLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked) {
    Slot* m = rt.heap.slotAt(mutex);
    uint32_t number = rt.numberOf(m[1], mutex, "mutex");
    locked = mutexOwner(m[0]) == 0 && (m[0] & kMutexStarving) == 0;
    if (locked) {
        m[0] |= g.number;
        rt.recorder.emit(EventKind::MutexLock, number);
    } else {
        rt.recorder.emit(EventKind::MutexTryFail, number, mutexOwner(m[0]));
    }
    return {};
}

OpResult mutexUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex) {
    Slot* m = rt.heap.slotAt(mutex);
    uint32_t number = rt.numberOf(m[1], mutex, "mutex");
    if (mutexOwner(m[0]) == 0) return {OpStatus::Fatal, "sync: unlock of unlocked mutex"};
    MutexRelease release = mutexRelease(rt, m[0], mutex);
    rt.recorder.emit(EventKind::MutexUnlock, number, release.woken == nullptr ? 0 : release.woken->number);
    if (release.woken == nullptr) return {};
    rt.scheduler.ready(*release.woken);
    if (!release.handedOver) return {};
    rt.scheduler.yieldLocal(g);
    return {OpStatus::Yielded};
}

}  // namespace sluice
