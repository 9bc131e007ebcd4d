#include "sync/cond.h"

namespace sluice {

namespace {

// The first slot holds two wrapping counters, as notifyList does.
uint32_t nextTicket(Slot state) { return static_cast<uint32_t>(state >> 32); }
uint32_t nextNotified(Slot state) { return static_cast<uint32_t>(state); }
Slot pack(uint32_t ticket, uint32_t notified) { return static_cast<uint64_t>(ticket) << 32 | notified; }

// Order of tickets that survives wrapping (sema.go, less).
bool less(uint32_t a, uint32_t b) { return static_cast<int32_t>(a - b) < 0; }

}  // namespace

uint64_t condAdd(SyncRuntime& rt, Goroutine&, Slot list) {
    Slot* l = rt.heap.slotAt(list);
    rt.numberOf(l[1], list, "cond");
    uint32_t ticket = nextTicket(l[0]);
    l[0] = pack(ticket + 1, nextNotified(l[0]));
    return ticket;
}

OpResult condPark(SyncRuntime& rt, Goroutine& g, Slot list, uint64_t ticket) {
    Slot* l = rt.heap.slotAt(list);
    uint32_t number = rt.numberOf(l[1], list, "cond");
    uint32_t mine = static_cast<uint32_t>(ticket);
    // Notified between taking the ticket and parking.
    if (less(mine, nextNotified(l[0]))) return {};
    rt.recorder.emit(EventKind::CondWait, number);
    rt.parkOn(list, g, WaitReason::CondWait, number, false, mine);
    return {OpStatus::Blocked};
}

OpResult condSignal(SyncRuntime& rt, Goroutine&, Slot list) {
    Slot* l = rt.heap.slotAt(list);
    uint32_t number = rt.numberOf(l[1], list, "cond");
    uint32_t ticket = nextNotified(l[0]);
    if (ticket == nextTicket(l[0])) {
        rt.recorder.emit(EventKind::CondSignal, number);
        return {};
    }
    l[0] = pack(nextTicket(l[0]), ticket + 1);
    // The strategy may prefer another waiter: the two swap tickets.
    WaitQueue* queue = rt.table.find(list);
    if (queue != nullptr) {
        Waiter& chosen = rt.waiters[rt.pick(*queue)];
        Waiter& first = rt.waiters[queue->first];
        if (first.message == ticket && &chosen != &first) {
            first.message = chosen.message;
            chosen.message = ticket;
        }
    }
    Goroutine* woken = rt.takeWaiter(list, ticket);
    rt.recorder.emit(EventKind::CondSignal, number, woken == nullptr ? 0 : woken->number);
    if (woken != nullptr) rt.scheduler.ready(*woken);
    return {};
}

OpResult condBroadcast(SyncRuntime& rt, Goroutine&, Slot list) {
    Slot* l = rt.heap.slotAt(list);
    uint32_t number = rt.numberOf(l[1], list, "cond");
    uint32_t all = nextTicket(l[0]);
    l[0] = pack(all, all);
    uint32_t woken = 0;
    if (WaitQueue* queue = rt.table.find(list)) {
        for (WaiterId id = queue->first; id != 0; id = rt.waiters[id].next) woken++;
    }
    rt.recorder.emit(EventKind::CondBroadcast, number, woken);
    while (Goroutine* g = rt.takeWaiter(list)) rt.scheduler.ready(*g);
    return {};
}

}  // namespace sluice
