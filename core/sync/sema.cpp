#include "sync/sema.h"

namespace sluice {

OpResult semacquire(SyncRuntime& rt, Goroutine& g, Slot address) {
    Slot& count = *rt.heap.slotAt(address);
    if (count > 0) {
        count--;
        return {};
    }
    if (!g.system) rt.recorder.emit(EventKind::GoBlock, 0, static_cast<uint32_t>(WaitReason::Semacquire));
    rt.parkOn(address, g, WaitReason::Semacquire, 0);
    return {OpStatus::Blocked};
}

OpResult semrelease(SyncRuntime& rt, Goroutine& g, Slot address, bool handoff) {
    Goroutine* next = rt.takeWaiter(address);
    if (next == nullptr) {
        ++*rt.heap.slotAt(address);
        return {};
    }
    rt.scheduler.ready(*next);
    if (!handoff) return {};
    rt.scheduler.yieldLocal(g);
    return {OpStatus::Yielded};
}

}  // namespace sluice
