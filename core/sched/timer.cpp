#include "sched/timer.h"

#include <algorithm>

#include "base/assert.h"
#include "base/order.h"

namespace sluice {

bool TimerHeap::before(TimerId x, TimerId y) const {
    const Timer& a = timers_[x];
    const Timer& b = timers_[y];
    return a.when != b.when ? a.when < b.when : a.sequence < b.sequence;
}

void TimerHeap::place(uint32_t i, TimerId id) {
    heap_[i] = id;
    timers_[id].position = i + 1;
}

void TimerHeap::siftUp(uint32_t i) {
    TimerId id = heap_[i];
    while (i > 0) {
        uint32_t up = (i - 1) / 2;
        if (!before(id, heap_[up])) break;
        place(i, heap_[up]);
        i = up;
    }
    place(i, id);
}

void TimerHeap::siftDown(uint32_t i) {
    TimerId id = heap_[i];
    uint32_t size = static_cast<uint32_t>(heap_.size());
    while (true) {
        uint32_t child = 2 * i + 1;
        if (child >= size) break;
        if (child + 1 < size && before(heap_[child + 1], heap_[child])) child++;
        if (!before(heap_[child], id)) break;
        place(i, heap_[child]);
        i = child;
    }
    place(i, id);
}

TimerId TimerHeap::start(int64_t when, TimerTarget& target, uint64_t data, uint16_t processor, bool weak) {
    TimerId id;
    if (free_.empty()) {
        id = static_cast<TimerId>(timers_.size());
        timers_.emplace_back();
    } else {
        id = free_.back();
        free_.pop_back();
    }
    Timer& t = timers_[id];
    t.when = when;
    t.sequence = ++sequence_;
    t.data = data;
    t.target = &target;
    t.processor = processor;
    t.weak = weak;
    if (!weak) strong_++;
    heap_.push_back(id);
    siftUp(static_cast<uint32_t>(heap_.size()) - 1);
    nextWhen_ = timers_[heap_[0]].when;
    return id;
}

void TimerHeap::remove(uint32_t i) {
    TimerId last = heap_.back();
    heap_.pop_back();
    if (i < heap_.size()) {
        place(i, last);
        siftUp(i);
        siftDown(timers_[last].position - 1);
    }
    nextWhen_ = heap_.empty() ? INT64_MAX : timers_[heap_[0]].when;
}

bool TimerHeap::stop(TimerId id) {
    if (!isRunning(id)) return false;
    Timer& t = timers_[id];
    if (!t.weak) strong_--;
    uint32_t position = t.position - 1;
    t.position = 0;
    t.target = nullptr;
    remove(position);
    free_.push_back(id);
    return true;
}

void TimerHeap::setWeak(TimerId id, bool weak) {
    if (!isRunning(id) || timers_[id].weak == weak) return;
    timers_[id].weak = weak;
    if (weak)
        strong_--;
    else
        strong_++;
}

void TimerHeap::rehome(uint16_t count) {
    for (TimerId id : heap_) {
        if (timers_[id].processor >= count) timers_[id].processor = 0;
    }
}

void TimerHeap::dueTogether(std::vector<TimerId>& out, uint32_t most) const {
    out.clear();
    if (heap_.empty()) return;
    // Equal times are a connected part of the heap that contains its top.
    std::vector<uint32_t> todo{0};
    while (!todo.empty() && out.size() < most) {
        uint32_t i = todo.back();
        todo.pop_back();
        if (i >= heap_.size() || timers_[heap_[i]].when != nextWhen_) continue;
        out.push_back(heap_[i]);
        todo.push_back(2 * i + 2);
        todo.push_back(2 * i + 1);
    }
    sortStable(out, [this](TimerId x, TimerId y) { return before(x, y); });
}

bool TimerHeap::hasTie() const {
    for (uint32_t child = 1; child <= 2 && child < heap_.size(); child++) {
        if (timers_[heap_[child]].when == nextWhen_) return true;
    }
    return false;
}

}  // namespace sluice
