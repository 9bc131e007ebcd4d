#pragma once
// sync.RWMutex (sync/rwmutex.go, Go 1.24), in six slots of the program's memory: {writers' mutex, identity,
// writerSem, readerSem, readerCount, readerWait}. The queues of the two semaphores are kept by the addresses
// of their slots.
//
// Invariants:
// - Either one writer holds it, or any number of readers, or nobody.
// - Writers compete through a Mutex (mutex.h); its holder announces itself by taking kRWMaxReaders off
//   readerCount.
// - Writer preference: while a writer is announced, new readers queue. When it unlocks, all readers queued by
//   then hold the lock at once; the next writer waits for them (readerWait counts those it still waits for).
// - Wait reasons as in Go: sync.Mutex.Lock behind another writer, sync.RWMutex.Lock behind readers,
//   sync.RWMutex.RLock behind a writer.

#include "sync/runtime.h"

namespace sluice {

constexpr uint32_t kRWMutexSlots = 6;
/// sync/rwmutex.go, rwmutexMaxReaders.
constexpr int64_t kRWMaxReaders = int64_t{1} << 30;

/// rw.Lock(). May return Retry.
OpResult rwmutexLock(SyncRuntime& rt, Goroutine& g, Slot mutex);
OpResult rwmutexTryLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked);
/// rw.Unlock(). Fatal "sync: Unlock of unlocked RWMutex".
OpResult rwmutexUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex);
OpResult rwmutexRLock(SyncRuntime& rt, Goroutine& g, Slot mutex);
OpResult rwmutexTryRLock(SyncRuntime& rt, Goroutine& g, Slot mutex, bool& locked);
/// rw.RUnlock(). Fatal "sync: RUnlock of unlocked RWMutex".
OpResult rwmutexRUnlock(SyncRuntime& rt, Goroutine& g, Slot mutex);

}  // namespace sluice
