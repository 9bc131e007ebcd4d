#include "sync/wait_group.h"

namespace sluice {

namespace {

int32_t counterOf(Slot state) { return static_cast<int32_t>(static_cast<uint32_t>(state >> 32)); }
uint32_t waitersOf(Slot state) { return static_cast<uint32_t>(state); }

OpResult add(SyncRuntime& rt, Slot group, int64_t delta, bool done) {
    Slot* wg = rt.heap.slotAt(group);
    uint32_t number = rt.numberOf(wg[1], group, "waitgroup");
    wg[0] += static_cast<uint64_t>(delta) << 32;
    int32_t counter = counterOf(wg[0]);
    uint32_t waiters = waitersOf(wg[0]);
    if (counter < 0) return {OpStatus::PanicPlain, "sync: negative WaitGroup counter"};
    if (waiters != 0 && delta > 0 && counter == static_cast<int32_t>(delta)) {
        return {OpStatus::PanicPlain, "sync: WaitGroup misuse: Add called concurrently with Wait"};
    }
    if (done)
        rt.recorder.emit(EventKind::WaitGroupDone, number, 0, static_cast<uint32_t>(counter));
    else
        rt.recorder.emit(EventKind::WaitGroupAdd, number, static_cast<uint32_t>(delta),
                         static_cast<uint32_t>(counter));
    if (counter > 0 || waiters == 0) return {};
    wg[0] = 0;
    for (; waiters > 0; waiters--) {
        // A copy of a WaitGroup counts waiters that wait at the original.
        Goroutine* waiter = rt.takeWaiter(group);
        if (waiter == nullptr) break;
        rt.scheduler.ready(*waiter);
    }
    return {};
}

}  // namespace

OpResult waitGroupAdd(SyncRuntime& rt, Goroutine&, Slot group, int64_t delta) {
    return add(rt, group, delta, false);
}

OpResult waitGroupDone(SyncRuntime& rt, Goroutine&, Slot group) { return add(rt, group, -1, true); }

OpResult waitGroupWait(SyncRuntime& rt, Goroutine& g, Slot group) {
    Slot* wg = rt.heap.slotAt(group);
    uint32_t number = rt.numberOf(wg[1], group, "waitgroup");
    if (g.phase != 0) {
        g.phase = 0;
        if (wg[0] != 0)
            return {OpStatus::PanicPlain, "sync: WaitGroup is reused before previous Wait has returned"};
        rt.recorder.emit(EventKind::WaitGroupWait, number);
        return {};
    }
    if (counterOf(wg[0]) == 0) {
        rt.recorder.emit(EventKind::WaitGroupWait, number);
        return {};
    }
    wg[0]++;
    g.phase = 1;
    rt.recorder.emit(EventKind::WaitGroupBlock, number, static_cast<uint32_t>(counterOf(wg[0])));
    rt.parkOn(group, g, WaitReason::WaitGroupWait, number);
    return {OpStatus::Retry};
}

}  // namespace sluice
