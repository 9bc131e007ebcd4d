#include "sync/runtime.h"

namespace sluice {

namespace {

// More waiters than this are not told apart by a choice.
constexpr uint32_t kMaxPick = 8;

}  // namespace

WaiterId WaiterPool::takeNew() {
    used_++;
    if (++last_ % kChunk == 0 || chunks_.empty()) chunks_.push_back(std::make_unique<Waiter[]>(kChunk));
    return last_;
}

void WaitTable::grow() {
    std::vector<Entry> old;
    old.swap(entries_);
    entries_.resize(old.empty() ? 64 : old.size() * 2);
    for (const Entry& e : old) {
        if (e.key != 0) entries_[slotOf(e.key)] = e;
    }
}

WaitQueue& WaitTable::at(Slot key) {
    SLUICE_ASSERT(key != 0);
    if (entries_.empty() || used_ * 2 >= entries_.size()) grow();
    Entry& e = entries_[slotOf(key)];
    if (e.key == 0) {
        e.key = key;
        e.queue = {};
        used_++;
    }
    return e.queue;
}

void WaitTable::release(Slot key) {
    uint32_t mask = static_cast<uint32_t>(entries_.size()) - 1;
    uint32_t hole = slotOf(key);
    SLUICE_ASSERT(entries_[hole].key == key && entries_[hole].queue.empty());
    used_--;
    // Moves later entries of the run back, so that no search stops early at the hole.
    for (uint32_t i = (hole + 1) & mask; entries_[i].key != 0; i = (i + 1) & mask) {
        uint32_t home = mixPointer(entries_[i].key) & mask;
        if (((i - home) & mask) < ((i - hole) & mask)) continue;
        entries_[hole] = entries_[i];
        hole = i;
    }
    entries_[hole] = {};
}

SyncRuntime::SyncRuntime(Scheduler& scheduler_, Heap& heap_, ObjectNamer& namer_)
    : scheduler(scheduler_), recorder(scheduler_.recorder()), heap(heap_), namer(namer_) {}

uint32_t SyncRuntime::numberOf(Slot& identity, Slot pointer, std::string_view type, uint32_t name) {
    if (uint32_t known = knownNumber(identity, pointer); known != 0) return known;
    if (name == 0 && recorder.enabled()) name = namer.nameOf(pointer);
    const uint32_t number = recorder.noteObject(type, name);
    identity = static_cast<uint64_t>(mixPointer(pointer)) << 32 | number;
    return number;
}

void SyncRuntime::enqueueBack(WaitQueue& queue, WaiterId id) {
    Waiter& w = waiters[id];
    w.next = 0;
    w.prev = queue.last;
    if (queue.last == 0)
        queue.first = id;
    else
        waiters[queue.last].next = id;
    queue.last = id;
}

void SyncRuntime::enqueueFront(WaitQueue& queue, WaiterId id) {
    Waiter& w = waiters[id];
    w.prev = 0;
    w.next = queue.first;
    if (queue.first == 0)
        queue.last = id;
    else
        waiters[queue.first].prev = id;
    queue.first = id;
}

void SyncRuntime::dequeue(WaitQueue& queue, WaiterId id) {
    Waiter& w = waiters[id];
    if (w.prev == 0)
        queue.first = w.next;
    else
        waiters[w.prev].next = w.next;
    if (w.next == 0)
        queue.last = w.prev;
    else
        waiters[w.next].prev = w.prev;
    w.next = w.prev = 0;
}

WaiterId SyncRuntime::pick(const WaitQueue& queue) {
    if (queue.first == queue.last) return queue.first;
    uint32_t count = 0;
    for (WaiterId id = queue.first; id != 0 && count < kMaxPick; id = waiters[id].next) count++;
    WaiterId id = queue.first;
    for (uint32_t skip = scheduler.strategy().choose(ChoiceKind::Waiter, count); skip > 0; skip--)
        id = waiters[id].next;
    return id;
}

void SyncRuntime::parkOn(Slot key, Goroutine& g, WaitReason reason, uint32_t object, bool front,
                         uint32_t ticket) {
    WaiterId id = waiters.take();
    Waiter& w = waiters[id];
    w.goroutine = &g;
    w.message = ticket;
    g.firstWaiter = id;
    if (front)
        enqueueFront(table.at(key), id);
    else
        enqueueBack(table.at(key), id);
    scheduler.park(g, reason, object, key);
}

Goroutine* SyncRuntime::takeWaiter(Slot key) {
    WaitQueue* queue = table.find(key);
    if (queue == nullptr) return nullptr;
    return takeEntry(key, *queue, queue->first);
}

Goroutine* SyncRuntime::takeWaiter(Slot key, uint32_t ticket) {
    WaitQueue* queue = table.find(key);
    if (queue == nullptr) return nullptr;
    WaiterId id = queue->first;
    while (id != 0 && waiters[id].message != ticket) id = waiters[id].next;
    return id == 0 ? nullptr : takeEntry(key, *queue, id);
}

Goroutine* SyncRuntime::takeEntry(Slot key, WaitQueue& queue, WaiterId id) {
    Goroutine* g = waiters[id].goroutine;
    dequeue(queue, id);
    if (queue.empty()) table.release(key);
    g->firstWaiter = 0;
    waiters.give(id);
    return g;
}

}  // namespace sluice
