#pragma once
// sync.RWMutex, in six slots: {writers' mutex state and identity (2), writerSem, readerSem, readerCount, readerWait}: the slots that
// Go's struct has; we use {0: writer goroutine, 1: identity, 2: waiting writers, 3: waiting readers, 4: readers, 5: spare}.
//
// Invariants:
// - Either one writer holds it, or any number of readers, or nobody.
// - Writer preference: while a writer waits, new readers queue. When a writer unlocks, all readers that wait by then go first, before the next writer; when the
//   last reader leaves, the first waiting writer gets the lock handed over.

#include "sync/runtime.h"

namespace sluice {

constexpr uint32_t kRWMutexSlots = 6;

OpResult rwmutexLock(SyncRuntime& rt, Goroutine& g, Slot mutex);
OpResult rwmutexTryLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked);
/// Fatal "sync: Unlock of unlocked RWMutex".
OpResult rwmutexUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex);
OpResult rwmutexRLock(SyncRuntime& rt, Goroutine& g, Slot mutex);
OpResult rwmutexTryRLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked);
/// Fatal "sync: RUnlock of unlocked RWMutex".
OpResult rwmutexRUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex);

}  // namespace sluice
