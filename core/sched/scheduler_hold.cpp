// Goroutines that the schedule holds back, so that one can see what the others do without them.
//
// Invariants:
// - Runs without holds do nothing in here but look at an empty list.
// - A held goroutine never makes a deadlock: when nobody else can go on, it is let run, one operation at a
//   time, until somebody can.
// - Holding happens between operations, at moments at which the goroutine's processor acts anyway.
#include "sched/scheduler.h"

namespace sluice {

bool Scheduler::isHeld(const Goroutine& g) const {
    if (g.system) return false;
    const uint64_t count = recorder_.count();
    for (const Hold& hold : strategy_.schedule().holds) {
        if (hold.goroutine == g.number && count >= hold.from && count < hold.until) return true;
    }
    return false;
}

/// True when somebody who is not held can run, or a timer can let time pass.
bool Scheduler::othersCanGoOn(const Processor& p) const {
    if (timers_.anyStrong()) return true;
    const auto anyFree = [this](const Goroutine* g) {
        for (; g != nullptr; g = g->queueNext) {
            if (!isHeld(*g)) return true;
        }
        return false;
    };
    if (anyFree(global_.first())) return true;
    for (uint16_t i = 0; i < processorCount_; i++) {
        const Processor& other = *processors_[i];
        if (other.runnext != nullptr && !isHeld(*other.runnext)) return true;
        if (anyFree(other.queue.first())) return true;
        if (&other != &p && other.current != nullptr && !isHeld(*other.current)) return true;
    }
    return false;
}

/// Before each step: interrupted turns of held goroutines are over, and what is no longer held goes back.
void Scheduler::mindHolds() {
    if (unfinished_.processor != nullptr && isHeld(*unfinished_.processor->current)) {
        unfinished_.processor->current->waitPos = unfinished_.pos;
        unfinished_ = {};
    }
    for (uint32_t left = held_.size(); left > 0; left--) {
        Goroutine& g = *held_.popFront();
        if (isHeld(g)) {
            held_.pushBack(g);
            continue;
        }
        global_.pushBack(g);
        const Processor* p = smallest();
        if (p != nullptr) {
            wakeProcessor(p->clock);
            continue;
        }
        Processor& first = *processors_[0];
        first.clock.idleUntil(lastTime_);
        activate(first, ProcessorState::Searching);
    }
}

/// Takes a held goroutine off its processor; false when it may go on, because it is not held or because
/// nobody else can.
bool Scheduler::holdIfDue(Processor& p) {
    if (strategy_.schedule().holds.empty() || p.current->pinned || !isHeld(*p.current)) return false;
    if (!othersCanGoOn(p)) {
        // One operation, then look again.
        stopAtEvent_ = recorder_.count() + 1;
        return false;
    }
    Goroutine& g = *p.current;
    acting_ = &p;
    current_ = nullptr;
    moment(p, &g);
    recorder_.emit(EventKind::GoHold);
    g.status = GoroutineStatus::Runnable;
    p.current = nullptr;
    p.state = ProcessorState::Searching;
    p.sliceUsed = 0;
    held_.pushBack(g);
    return true;
}

/// Puts a goroutine that was about to be run aside when it is held.
bool Scheduler::setAside(Goroutine& g) {
    if (strategy_.schedule().holds.empty() || !isHeld(g)) return false;
    if (&g == letRun_) {
        letRun_ = nullptr;
        return false;
    }
    held_.pushBack(g);
    return true;
}

/// Everybody waits, and no timer runs: the first of those held back runs. False when there is none.
bool Scheduler::letHeldRun() {
    letRun_ = held_.popFront();
    if (letRun_ == nullptr) return false;
    int64_t now = lastTime_;
    for (uint16_t i = 0; i < processorCount_; i++) {
        if (processors_[i]->clock.key.ns > now) now = processors_[i]->clock.key.ns;
    }
    Processor& first = *processors_[0];
    first.clock.idleUntil(now);
    activate(first, ProcessorState::Searching);
    first.queue.pushBack(*letRun_);
    return true;
}

/// The slice's event limit, moved to where a hold begins or ends.
void Scheduler::limitToHolds() {
    const uint64_t count = recorder_.count();
    for (const Hold& hold : strategy_.schedule().holds) {
        for (uint64_t bound : {hold.from, hold.until}) {
            if (bound > count && bound < stopAtEvent_) stopAtEvent_ = bound;
        }
    }
}

}  // namespace sluice
