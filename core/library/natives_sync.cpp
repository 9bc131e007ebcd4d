#include "heap/compare.h"
#include "library/natives.h"
#include "sync/channel.h"
#include "sync/cond.h"
#include "sync/mutex.h"
#include "sync/once.h"
#include "sync/rwmutex.h"
#include "sync/wait_group.h"

// Natives of sync, sync/atomic and context. The receiver is argument 0, a pointer slot; nil dereferences
// panic as in Go.

namespace sluice {
namespace {

/// Runs `op` on the primitive at argument 0 plus `offset` bytes.
template <typename Op>
NativeStatus onReceiver(NativeCall& call, Op op, uint32_t offset = 0) {
    Slot self = call.arg(0);
    if (self == 0) return call.panicNil();
    return finishNative(call, op(call.machine().sync(), call.goroutine(), self + offset));
}

/// The same for operations with a truth value as result.
template <typename Op>
NativeStatus trying(NativeCall& call, Op op) {
    bool result = false;
    NativeStatus status =
        onReceiver(call, [&](SyncRuntime& rt, Goroutine& g, Slot self) { return op(rt, g, self, result); });
    if (status == NativeStatus::Done) call.setBool(0, result);
    return status;
}

/// The fields of sync.Cond: L (2 slots), then the notification list.
constexpr uint32_t kNotifyOffset = 2 * kSlotBytes;

}  // namespace

NativeStatus nativeMutexLock(NativeCall& call) { return onReceiver(call, mutexLock); }
NativeStatus nativeMutexTryLock(NativeCall& call) { return trying(call, mutexTryLock); }
NativeStatus nativeMutexUnlock(NativeCall& call) { return onReceiver(call, mutexUnlock); }
NativeStatus nativeRWMutexLock(NativeCall& call) { return onReceiver(call, rwmutexLock); }
NativeStatus nativeRWMutexTryLock(NativeCall& call) { return trying(call, rwmutexTryLock); }
NativeStatus nativeRWMutexUnlock(NativeCall& call) { return onReceiver(call, rwmutexUnlock); }
NativeStatus nativeRWMutexRLock(NativeCall& call) { return onReceiver(call, rwmutexRLock); }
NativeStatus nativeRWMutexTryRLock(NativeCall& call) { return trying(call, rwmutexTryRLock); }
NativeStatus nativeRWMutexRUnlock(NativeCall& call) { return onReceiver(call, rwmutexRUnlock); }

NativeStatus nativeWaitGroupAdd(NativeCall& call) {
    int64_t delta = call.getInt(1);
    return onReceiver(
        call, [delta](SyncRuntime& rt, Goroutine& g, Slot self) { return waitGroupAdd(rt, g, self, delta); });
}
NativeStatus nativeWaitGroupDone(NativeCall& call) { return onReceiver(call, waitGroupDone); }
NativeStatus nativeWaitGroupWait(NativeCall& call) { return onReceiver(call, waitGroupWait); }

NativeStatus nativeOnceEnter(NativeCall& call) { return trying(call, onceEnter); }
NativeStatus nativeOnceLeave(NativeCall& call) { return onReceiver(call, onceLeave); }

NativeStatus nativeCondMade(NativeCall& call) {
    const Slot list = call.arg(0) + kNotifyOffset;
    Slot& identity = call.heap().slotAt(list)[1];
    call.machine().sync().numberOf(identity, list, "cond", call.machine().nameOfCall());
    return NativeStatus::Done;
}
NativeStatus nativeCondAdd(NativeCall& call) {
    Slot self = call.arg(0);
    if (self == 0) return call.panicNil();
    call.result(0) = condAdd(call.machine().sync(), call.goroutine(), self + kNotifyOffset);
    return NativeStatus::Done;
}
NativeStatus nativeCondPark(NativeCall& call) {
    uint64_t ticket = call.arg(1);
    return onReceiver(
        call, [ticket](SyncRuntime& rt, Goroutine& g, Slot self) { return condPark(rt, g, self, ticket); },
        kNotifyOffset);
}
NativeStatus nativeCondSignal(NativeCall& call) { return onReceiver(call, condSignal, kNotifyOffset); }
NativeStatus nativeCondBroadcast(NativeCall& call) { return onReceiver(call, condBroadcast, kNotifyOffset); }

// sync.Pool keeps its object number in its first slot, sync/pool.go's field number.
NativeStatus nativePoolGot(NativeCall& call) {
    SyncRuntime& sync = call.machine().sync();
    Slot self = call.arg(0);
    bool reused = call.getBool(1);
    uint32_t number = sync.numberOf(*call.heap().slotAt(self), self, "pool");
    sync.recorder.emit(EventKind::PoolGet, number, reused ? 1 : 0);
    return NativeStatus::Done;
}

NativeStatus nativePoolPut(NativeCall& call) {
    SyncRuntime& sync = call.machine().sync();
    Slot self = call.arg(0);
    libraryOf(call).notePool(self);
    sync.recorder.emit(EventKind::PoolPut, sync.numberOf(*call.heap().slotAt(self), self, "pool"));
    return NativeStatus::Done;
}

// A context's object number lies in the first slot of its cancelCtx (context/context.go).
NativeStatus nativeContextMade(NativeCall& call) {
    Recorder& recorder = call.machine().recorder();
    Slot self = call.arg(0);
    Slot parent = call.arg(1);
    uint32_t parentNumber = parent == 0 ? 0 : static_cast<uint32_t>(*call.heap().slotAt(parent));
    uint32_t what = recorder.enabled() ? recorder.text(call.getString(2)) : 0;
    uint32_t name = call.machine().nameOfCall();
    if (name == 0) name = what;
    uint32_t number = recorder.noteObject("context", name, parentNumber);
    *call.heap().slotAt(self) = number;
    recorder.emit(EventKind::ContextMake, number, parentNumber, what);
    if (!recorder.enabled()) return NativeStatus::Done;
    uint32_t done = channelAt(call.machine().sync(), call.arg(4))->number;
    uint32_t doneName = recorder.text(std::string(recorder.textOf(name)) + ".Done()");
    recorder.renameObject(done, doneName);
    recorder.emit(EventKind::ObjectLink, done, number, doneName);
    return NativeStatus::Done;
}

NativeStatus nativeContextEnded(NativeCall& call) {
    Recorder& recorder = call.machine().recorder();
    Slot parent = call.arg(1);
    uint32_t number = static_cast<uint32_t>(*call.heap().slotAt(call.arg(0)));
    uint32_t parentNumber = parent == 0 ? 0 : static_cast<uint32_t>(*call.heap().slotAt(parent));
    uint32_t why = recorder.enabled() ? recorder.text(call.getString(2)) : 0;
    recorder.emit(EventKind::ContextCancel, number, why, parentNumber);
    return NativeStatus::Done;
}

namespace {

/// Runs `op(slot)` on the word at argument 0.
template <typename Op>
NativeStatus atomically(NativeCall& call, Op op) {
    Slot* place = call.getPointer(0);
    if (place == nullptr) return call.panicNil();
    op(*place);
    return NativeStatus::Done;
}

template <typename Int>
NativeStatus atomicAdd(NativeCall& call) {
    return atomically(call, [&](Slot& place) {
        Int sum = static_cast<Int>(static_cast<uint64_t>(place) + call.arg(1));
        place = static_cast<Slot>(static_cast<int64_t>(sum));
        call.result(0) = place;
    });
}

}  // namespace

NativeStatus nativeAtomicLoad(NativeCall& call) {
    return atomically(call, [&](Slot& place) { call.result(0) = place; });
}
NativeStatus nativeAtomicStore(NativeCall& call) {
    return atomically(call, [&](Slot& place) { place = call.arg(1); });
}
NativeStatus nativeAtomicSwap(NativeCall& call) {
    return atomically(call, [&](Slot& place) {
        call.result(0) = place;
        place = call.arg(1);
    });
}
NativeStatus nativeAtomicCompareAndSwap(NativeCall& call) {
    return atomically(call, [&](Slot& place) {
        bool equal = place == call.arg(1);
        if (equal) place = call.arg(2);
        call.setBool(0, equal);
    });
}
NativeStatus nativeAtomicAnd(NativeCall& call) {
    return atomically(call, [&](Slot& place) {
        call.result(0) = place;
        place &= call.arg(1);
    });
}
NativeStatus nativeAtomicOr(NativeCall& call) {
    return atomically(call, [&](Slot& place) {
        call.result(0) = place;
        place |= call.arg(1);
    });
}
NativeStatus nativeAtomicAddInt32(NativeCall& call) { return atomicAdd<int32_t>(call); }
NativeStatus nativeAtomicAddInt64(NativeCall& call) { return atomicAdd<int64_t>(call); }
NativeStatus nativeAtomicAddUint32(NativeCall& call) { return atomicAdd<uint32_t>(call); }
NativeStatus nativeAtomicAddUint64(NativeCall& call) { return atomicAdd<uint64_t>(call); }
NativeStatus nativeAtomicAddUintptr(NativeCall& call) { return atomicAdd<uint64_t>(call); }

NativeStatus nativeAtomicLoadAny(NativeCall& call) {
    Slot* place = call.getPointer(0);
    if (place == nullptr) return call.panicNil();
    call.result(0) = place[0];
    call.result(1) = place[1];
    return NativeStatus::Done;
}
NativeStatus nativeAtomicStoreAny(NativeCall& call) {
    Slot* place = call.getPointer(0);
    if (place == nullptr) return call.panicNil();
    place[0] = call.arg(1);
    place[1] = call.arg(2);
    return NativeStatus::Done;
}
NativeStatus nativeAtomicSameType(NativeCall& call) {
    call.setBool(0, call.arg(0) == call.arg(2));
    return NativeStatus::Done;
}

}  // namespace sluice
