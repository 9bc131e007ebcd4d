// What goroutines and the executor ask of the scheduler: starting, parking, readying, sleeping, processors.
#include "sched/scheduler.h"

namespace sluice {

/// Wakes sleeping goroutines.
struct Scheduler::SleepTarget final : TimerTarget {
    void fire(Scheduler& scheduler, TimerId, int64_t, uint64_t data) override {
        Goroutine& g = *reinterpret_cast<Goroutine*>(static_cast<uintptr_t>(data));
        g.sleepTimer = 0;
        scheduler.ready(g);
    }
};

Scheduler::Scheduler(const SchedulerOptions& options, Recorder& recorder, Strategy& strategy)
    : options_(options),
      recorder_(recorder),
      strategy_(strategy),
      sleepTarget_(std::make_unique<SleepTarget>()) {
    if (options_.processors < 1) options_.processors = 1;
    if (options_.processors > kMaxVirtualProcessors) options_.processors = kMaxVirtualProcessors;
    processorCount_ = options_.processors;
    for (uint16_t i = 0; i < processorCount_; i++) {
        processors_.push_back(std::make_unique<Processor>());
        processors_.back()->id = i;
    }
    idle_ = processorCount_;
}

Scheduler::~Scheduler() = default;

Processor& Scheduler::acting() {
    if (acting_ == nullptr) acting_ = processors_[0].get();
    return *acting_;
}

void Scheduler::start(Goroutine& g, GoroutineInfo info, uint32_t label) {
    SLUICE_ASSERT(g.status == GoroutineStatus::Idle);
    if (lastNumber_ == 0) {
        recorder_.emitAs(0, 0, EventKind::RunStart, 0, processorCount_,
                         static_cast<uint32_t>(strategy_.schedule().seed));
    }
    g.number = ++lastNumber_;
    g.parent = current_ == nullptr ? 0 : current_->number;
    g.status = GoroutineStatus::Runnable;
    g.allPrev = allLast_;
    g.allNext = nullptr;
    if (allLast_ == nullptr)
        allFirst_ = &g;
    else
        allLast_->allNext = &g;
    allLast_ = &g;
    info.parent = g.parent;
    info.system = g.system;
    info.createdNs = now();
    recorder_.addGoroutine(g.number, info);
    if (!g.system) {
        live_++;
        recorder_.emit(EventKind::GoCreate, 0, g.number, label);
    }
    Processor& p = acting();
    if (p.state == ProcessorState::Idle) activate(p, ProcessorState::Searching);
    putNext(p, g, true);
    if (lastNumber_ > 1) wakeProcessor(p.clock);
}

void Scheduler::leave(Goroutine& g) {
    if (g.allPrev != nullptr)
        g.allPrev->allNext = g.allNext;
    else
        allFirst_ = g.allNext;
    if (g.allNext != nullptr)
        g.allNext->allPrev = g.allPrev;
    else
        allLast_ = g.allPrev;
    g.allNext = g.allPrev = nullptr;
    if (!g.system) live_--;
}

void Scheduler::loseCurrent(Goroutine& g, GoroutineStatus status) {
    SLUICE_ASSERT(current_ == &g && acting_->current == &g && g.status == GoroutineStatus::Running);
    g.status = status;
    acting_->current = nullptr;
    acting_->state = ProcessorState::Searching;
}

void Scheduler::park(Goroutine& g, WaitReason reason, uint32_t object, uint64_t pointer, bool emitBlock) {
    loseCurrent(g, GoroutineStatus::Waiting);
    g.reason = reason;
    g.waitObject = object;
    g.waitPointer = pointer;
    g.waitPos = recorder_.here().pos;
    g.waitSince = now();
    if (emitBlock && !g.system) recorder_.emit(EventKind::GoBlock, object, static_cast<uint32_t>(reason));
}

void Scheduler::ready(Goroutine& g, bool next) {
    SLUICE_ASSERT(g.status == GoroutineStatus::Waiting);
    g.status = GoroutineStatus::Runnable;
    g.reason = WaitReason::None;
    g.waitObject = 0;
    g.waitPointer = 0;
    if (!g.system) {
        if (recorder_.here().goroutine == 0)
            recorder_.emitAs(0, 0, EventKind::GoUnblock, 0, g.number);
        else
            recorder_.emit(EventKind::GoUnblock, 0, g.number);
    }
    Processor& p = acting();
    if (p.state == ProcessorState::Idle) activate(p, ProcessorState::Searching);
    putNext(p, g, next);
    if (idle_ != 0) wakeProcessor(p.clock);
}

void Scheduler::yieldToAll(Goroutine& g) {
    loseCurrent(g, GoroutineStatus::Runnable);
    g.waitPos = recorder_.here().pos;
    if (!g.system) recorder_.emit(EventKind::GoYield);
    global_.pushBack(g);
    wakeProcessor(acting_->clock);
}

void Scheduler::yieldLocal(Goroutine& g) {
    loseCurrent(g, GoroutineStatus::Runnable);
    g.waitPos = recorder_.here().pos;
    if (!g.system) recorder_.emit(EventKind::GoYield);
    putLocal(*acting_, g);
}

void Scheduler::sleep(Goroutine& g, int64_t ns) {
    SLUICE_ASSERT(ns > 0);
    int64_t until = now() > INT64_MAX - ns ? INT64_MAX : now() + ns;
    if (!g.system) {
        uint64_t bits = static_cast<uint64_t>(until);
        recorder_.emit(EventKind::GoSleep, 0, static_cast<uint32_t>(bits), static_cast<uint32_t>(bits >> 32));
    }
    g.sleepTimer = timers_.start(until, *sleepTarget_, reinterpret_cast<uintptr_t>(&g), acting_->id, false);
    park(g, WaitReason::Sleep, 0, 0);
    if (timers_.nextWhen() == until) shrinkFuel({until, 0});
}

bool Scheduler::interruptWait(Goroutine& g) {
    if (g.status != GoroutineStatus::Waiting) return false;
    if (g.sleepTimer != 0) {
        timers_.stop(g.sleepTimer);
        g.sleepTimer = 0;
    }
    ready(g);
    return true;
}

TimerId Scheduler::startTimer(int64_t when, TimerTarget& target, uint64_t data, bool weak) {
    if (when < now()) when = now();
    uint16_t home = acting_ == nullptr ? 0 : acting_->id;
    TimerId id = timers_.start(when, target, data, home, weak);
    if (timers_.nextWhen() == when) shrinkFuel({when, 0});
    return id;
}

bool Scheduler::stopTimer(TimerId id) { return timers_.stop(id); }

void Scheduler::shrinkFuel(const ClockKey& newcomer) {
    if (current_ == nullptr) {
        // Something from outside while a turn is interrupted.
        if (unfinished_.processor == nullptr) return;
        int64_t distance = unfinished_.processor->clock.workUntil(newcomer) + 1;
        int64_t cut = unfinished_.turn.fuel - unfinished_.turn.reserve - distance;
        if (cut > 0) unfinished_.turn.fuel -= cut;
        return;
    }
    int64_t unbooked = fuelBooked_ - fuel_;
    int64_t distance = acting_->clock.workUntil(newcomer) + 1 - unbooked;
    if (distance < 0) distance = 0;
    int64_t cut = fuel_ - reserve_ - distance;
    if (cut <= 0) return;
    int64_t fromHidden = cut < hidden_ ? cut : hidden_;
    hidden_ -= fromHidden;
    reserve_ += fromHidden;
    fuel_ -= cut - fromHidden;
    fuelBooked_ -= cut - fromHidden;
}

void Scheduler::finish(Outcome outcome, int exitCode, std::string_view text) {
    if (outcome_ != Outcome::Running && outcome_ != Outcome::Drain && outcome_ != Outcome::WaitingForInput)
        return;
    outcome_ = outcome;
    exitCode_ = exitCode;
    outcomeText_ = text;
    if (outcome == Outcome::Limit && recorder_.enabled())
        recorder_.emitAs(0, 0, EventKind::LimitReached, 0, recorder_.text(outcomeText_));
    if (outcome == Outcome::MainReturned)
        recorder_.emit(EventKind::MainReturn, 0, static_cast<uint32_t>(exitCode));
}

void Scheduler::clearProcessor(Processor& p) {
    if (p.current != nullptr && p.current != current_) {
        Goroutine& g = *p.current;
        p.current = nullptr;
        if (g.status == GoroutineStatus::Dead) {
            if (!g.system) recorder_.emitAs(g.number, g.waitPos, EventKind::GoEnd);
            leave(g);
            executor_->reap(g);
        } else {
            g.status = GoroutineStatus::Runnable;
            if (!g.system) recorder_.emitAs(g.number, g.waitPos, EventKind::GoPreempt);
            global_.pushBack(g);
        }
    }
    if (p.runnext != nullptr) {
        global_.pushBack(*p.runnext);
        p.runnext = nullptr;
    }
    while (Goroutine* g = p.queue.popFront()) global_.pushBack(*g);
}

void Scheduler::setProcessorCount(uint16_t count) {
    if (count < 1) count = 1;
    if (count > kMaxVirtualProcessors) count = kMaxVirtualProcessors;
    if (count == processorCount_) return;
    recorder_.emit(EventKind::Processors, 0, count);
    Processor& here = acting();
    for (uint16_t i = count; i < processorCount_; i++) {
        Processor& p = *processors_[i];
        clearProcessor(p);
        if (&p == acting_ && p.current != nullptr) continue;
        if (p.state != ProcessorState::Idle) setIdle(p);
    }
    if (here.id >= count) {
        Processor& first = *processors_[0];
        clearProcessor(first);
        if (first.state == ProcessorState::Idle) activate(first, ProcessorState::Searching);
        if (first.state == ProcessorState::Spinning) spinning_--;
        first.clock.catchUp(here.clock);
        first.current = here.current;
        first.state = ProcessorState::Running;
        first.sliceUsed = here.sliceUsed;
        here.current = nullptr;
        setIdle(here);
        acting_ = &first;
        if (current_ != nullptr) current_->processor = 0;
        moment(first, current_);
        if (current_ != nullptr && !current_->system) recorder_.emit(EventKind::GoStart);
    }
    while (processors_.size() < count) {
        processors_.push_back(std::make_unique<Processor>());
        processors_.back()->id = static_cast<uint16_t>(processors_.size() - 1);
    }
    timers_.rehome(count);
    processorCount_ = count;
    idle_ = 0;
    for (uint16_t i = 0; i < count; i++) {
        if (processors_[i]->state == ProcessorState::Idle) idle_++;
    }
    orderKnown_ = false;
    // The turn ends at the next instruction, so that the horizon is computed anew.
    fuel_ = fuelBooked_ = hidden_ = reserve_ = 0;
    if (!global_.empty()) wakeProcessor(acting_->clock);
}

}  // namespace sluice
