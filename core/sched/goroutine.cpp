#include "sched/goroutine.h"

#include "base/assert.h"
#include "sched/processor.h"

namespace sluice {

const char* statusText(GoroutineStatus status) {
    switch (status) {
        case GoroutineStatus::Idle: return "idle";
        case GoroutineStatus::Runnable: return "runnable";
        case GoroutineStatus::Running: return "running";
        case GoroutineStatus::Waiting: return "waiting";
        case GoroutineStatus::Dead: return "dead";
    }
    return "";
}

void GoroutineQueue::pushBack(Goroutine& g) {
    SLUICE_ASSERT(g.queueNext == nullptr && last_ != &g);
    if (last_ == nullptr)
        first_ = &g;
    else
        last_->queueNext = &g;
    last_ = &g;
    size_++;
}

Goroutine* GoroutineQueue::popFront() {
    Goroutine* g = first_;
    if (g == nullptr) return nullptr;
    first_ = g->queueNext;
    if (first_ == nullptr) last_ = nullptr;
    g->queueNext = nullptr;
    size_--;
    return g;
}

Goroutine* GoroutineQueue::popAt(uint32_t index) {
    SLUICE_ASSERT(index < size_);
    if (index == 0) return popFront();
    Goroutine* before = first_;
    for (uint32_t i = 1; i < index; i++) before = before->queueNext;
    Goroutine* g = before->queueNext;
    before->queueNext = g->queueNext;
    if (last_ == g) last_ = before;
    g->queueNext = nullptr;
    size_--;
    return g;
}

}  // namespace sluice
