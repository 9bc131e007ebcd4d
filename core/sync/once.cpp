#include "sync/once.h"

namespace sluice {

namespace {
enum OnceState : Slot { kOnceNew = 0, kOnceRunning = 1, kOnceDone = 2 };
}

OpResult onceEnter(SyncRuntime& rt, Goroutine& g, Slot once, bool& run) {
    Slot* o = rt.heap.slotAt(once);
    uint32_t number = rt.numberOf(o[2], once, "once");
    run = false;
    switch (o[0]) {
        case kOnceNew:
            o[0] = kOnceRunning;
            o[1] = g.number;
            run = true;
            rt.recorder.emit(EventKind::OnceDo, number, 1);
            return {};
        case kOnceRunning:
            rt.recorder.emit(EventKind::OnceBlock, number, static_cast<uint32_t>(o[1]));
            rt.parkOn(once, g, WaitReason::MutexLock, number);
            return {OpStatus::Retry};
        default: rt.recorder.emit(EventKind::OnceDo, number, 0); return {};
    }
}

OpResult onceLeave(SyncRuntime& rt, Goroutine&, Slot once) {
    Slot* o = rt.heap.slotAt(once);
    uint32_t number = rt.numberOf(o[2], once, "once");
    // Done even if the program has overwritten it while it ran (once = sync.Once{}), as in Go.
    o[0] = kOnceDone;
    o[1] = 0;
    rt.recorder.emit(EventKind::OnceDone, number);
    while (Goroutine* g = rt.takeWaiter(once)) rt.scheduler.ready(*g);
    return {};
}

}  // namespace sluice
