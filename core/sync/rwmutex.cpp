#include "sync/rwmutex.h"

#include "sync/mutex_core.h"

namespace sluice {

namespace {

// The six slots.
struct RWImage {
    Slot writers;
    Slot identity;
    Slot writerSem;
    Slot readerSem;
    Slot readerCount;
    Slot readerWait;

    int64_t count() const { return static_cast<int64_t>(readerCount); }
    int64_t wait() const { return static_cast<int64_t>(readerWait); }
    void setCount(int64_t n) { readerCount = static_cast<Slot>(n); }
    void setWait(int64_t n) { readerWait = static_cast<Slot>(n); }
    bool writerAnnounced() const { return count() < 0; }
};
static_assert(sizeof(RWImage) == kRWMutexSlots * sizeof(Slot));

Slot writerKey(Slot mutex) { return mutex + 2 * sizeof(Slot); }
Slot readerKey(Slot mutex) { return mutex + 3 * sizeof(Slot); }

RWImage& imageAt(SyncRuntime& rt, Slot mutex) { return *reinterpret_cast<RWImage*>(rt.heap.slotAt(mutex)); }

// Readers that hold the lock now.
uint32_t holders(const RWImage& m) {
    return static_cast<uint32_t>(m.writerAnnounced() ? m.wait() : m.count());
}

}  // namespace

OpResult rwmutexLock(SyncRuntime& rt, Goroutine& g, Slot mutex) {
    RWImage& m = imageAt(rt, mutex);
    uint32_t number = rt.numberOf(m.identity, mutex, "rwmutex");
    if (!mutexTake(g, m.writers)) {
        rt.recorder.emit(EventKind::RWBlock, number, holders(m));
        mutexPark(rt, g, m.writers, mutex, WaitReason::MutexLock, number);
        return {OpStatus::Retry};
    }
    int64_t readers = m.count();
    m.setCount(readers - kRWMaxReaders);
    if (readers <= 0) {
        rt.recorder.emit(EventKind::RWLock, number);
        return {};
    }
    m.setWait(readers);
    g.wakeEvent = {EventKind::RWLock, kNoCase, number, 0, 0};
    rt.recorder.emit(EventKind::RWBlock, number, static_cast<uint32_t>(readers));
    rt.parkOn(writerKey(mutex), g, WaitReason::RWMutexLock, number);
    return {OpStatus::Blocked};
}

OpResult rwmutexTryLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked) {
    RWImage& m = imageAt(rt, mutex);
    uint32_t number = rt.numberOf(m.identity, mutex, "rwmutex");
    locked = mutexOwner(m.writers) == 0 && (m.writers & kMutexStarving) == 0 && m.count() == 0;
    if (locked) {
        m.writers |= g.number;
        m.setCount(-kRWMaxReaders);
        rt.recorder.emit(EventKind::RWLock, number);
    } else {
        rt.recorder.emit(EventKind::MutexTryFail, number, mutexOwner(m.writers));
    }
    return {};
}

OpResult rwmutexUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex) {
    RWImage& m = imageAt(rt, mutex);
    uint32_t number = rt.numberOf(m.identity, mutex, "rwmutex");
    int64_t readers = m.count() + kRWMaxReaders;
    if (readers >= kRWMaxReaders) return {OpStatus::Fatal, "sync: Unlock of unlocked RWMutex"};
    m.setCount(readers);
    MutexRelease release = mutexRelease(rt, m.writers, mutex);
    rt.recorder.emit(EventKind::RWUnlock, number,
                     static_cast<uint32_t>(readers) + (release.woken != nullptr ? 1 : 0));
    for (int64_t i = 0; i < readers; i++) {
        // A copy of an RWMutex counts readers that wait at the original.
        Goroutine* reader = rt.takeWaiter(readerKey(mutex));
        if (reader == nullptr) break;
        reader->wakeEvent.a = static_cast<uint32_t>(readers);
        rt.scheduler.ready(*reader);
    }
    if (release.woken == nullptr) return {};
    rt.scheduler.ready(*release.woken);
    if (!release.handedOver) return {};
    rt.scheduler.yieldLocal(g);
    return {OpStatus::Yielded};
}

OpResult rwmutexRLock(SyncRuntime& rt, Goroutine& g, Slot mutex) {
    RWImage& m = imageAt(rt, mutex);
    uint32_t number = rt.numberOf(m.identity, mutex, "rwmutex");
    m.setCount(m.count() + 1);
    if (!m.writerAnnounced()) {
        rt.recorder.emit(EventKind::RWRLock, number, holders(m));
        return {};
    }
    g.wakeEvent = {EventKind::RWRLock, kNoCase, number, 0, 0};
    rt.recorder.emit(EventKind::RWRBlock, number);
    rt.parkOn(readerKey(mutex), g, WaitReason::RWMutexRLock, number);
    return {OpStatus::Blocked};
}

OpResult rwmutexTryRLock(SyncRuntime& rt, Goroutine&, Slot mutex, bool& locked) {
    RWImage& m = imageAt(rt, mutex);
    uint32_t number = rt.numberOf(m.identity, mutex, "rwmutex");
    locked = !m.writerAnnounced();
    if (locked) {
        m.setCount(m.count() + 1);
        rt.recorder.emit(EventKind::RWRLock, number, holders(m));
    } else {
        rt.recorder.emit(EventKind::MutexTryFail, number, mutexOwner(m.writers));
    }
    return {};
}

OpResult rwmutexRUnlock(SyncRuntime& rt, Goroutine&, Slot mutex) {
    RWImage& m = imageAt(rt, mutex);
    uint32_t number = rt.numberOf(m.identity, mutex, "rwmutex");
    int64_t readers = m.count() - 1;
    if (readers == -1 || readers == -kRWMaxReaders - 1 || (readers < 0 && m.wait() == 0)) {
        return {OpStatus::Fatal, "sync: RUnlock of unlocked RWMutex"};
    }
    m.setCount(readers);
    bool last = false;
    if (readers < 0) {
        m.setWait(m.wait() - 1);
        last = m.wait() == 0;
    }
    rt.recorder.emit(EventKind::RWRUnlock, number, holders(m));
    if (!last) return {};
    Goroutine* writer = rt.takeWaiter(writerKey(mutex));
    if (writer != nullptr) rt.scheduler.ready(*writer);
    return {};
}

}  // namespace sluice
