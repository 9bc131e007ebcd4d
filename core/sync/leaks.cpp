#include "sync/leaks.h"

#include "sync/channel.h"

namespace sluice {

namespace {

bool wakesByItself(const Goroutine& g) {
    return !g.isWaiting() || g.reason == WaitReason::Sleep || g.reason == WaitReason::IoWait;
}

// True if something `g` waits at is reached.
bool mayBeWoken(SyncRuntime& rt, LeakProbe& probe, const Goroutine& g) {
    if (g.reason != WaitReason::Select) return g.waitPointer != 0 && probe.reached(g.waitPointer);
    for (WaiterId id = g.firstWaiter; id != 0; id = rt.waiters[id].sibling) {
        if (probe.reached(rt.waiters[id].channel)) return true;
    }
    return false;
}

}  // namespace

std::vector<Goroutine*> findLeaks(SyncRuntime& rt, LeakProbe& probe) {
    std::vector<Goroutine*> waiting;
    std::vector<Goroutine*> live;
    for (Goroutine* g = rt.scheduler.first(); g != nullptr; g = g->allNext) {
        if (g->number == 1) continue;
        (wakesByItself(*g) ? live : waiting).push_back(g);
    }
    if (waiting.empty()) return {};
    probe.begin(!live.empty());
    for (Goroutine* g : live) probe.markGoroutine(*g);
    for (bool changed = true; changed;) {
        changed = false;
        std::vector<Goroutine*> still;
        for (Goroutine* g : waiting) {
            if (mayBeWoken(rt, probe, *g)) {
                probe.markGoroutine(*g);
                changed = true;
            } else {
                still.push_back(g);
            }
        }
        waiting.swap(still);
    }
    probe.end();
    std::vector<Goroutine*> leaks;
    for (Goroutine* g : waiting) {
        if (!g->system) leaks.push_back(g);
    }
    return leaks;
}

void noteLeaks(SyncRuntime& rt, LeakProbe& probe) {
    if (!rt.recorder.enabled()) return;
    for (Goroutine* g : findLeaks(rt, probe)) {
        rt.recorder.emitAs(g->number, g->waitPos, EventKind::Leak, g->waitObject,
                           static_cast<uint32_t>(g->reason));
    }
}

}  // namespace sluice
