// The steps of the simulation: whose turn it is, timers, idle moments, the end.
#include <span>

#include "sched/scheduler.h"
#include "sched/turns.h"
#include "trace/arguments.h"

namespace sluice {

namespace {

// More timers than this at the same moment are not told apart by a choice.
constexpr uint32_t kMaxTie = 8;

bool isEnd(Outcome outcome) {
    return outcome != Outcome::Running && outcome != Outcome::Drain && outcome != Outcome::WaitingForInput;
}

}  // namespace

/// The processor whose goroutine has the next turn in a busy run, where the goroutine that was readied last
/// takes the place of one that has parked. Null, with nothing changed since the last whole step, when the
/// next step is another one.
inline Processor* Scheduler::quickStep() {
    while (recorder_.count() < stopAtEvent_ && orderKnown_ && active_ != 0) {
        Processor& p = *firstInOrder();
        const int64_t now = p.clock.key.ns;
        if (timers_.nextWhen() <= now || now > options_.timeLimitNs) return nullptr;
        if (p.current != nullptr) {
            const bool turn = p.current->status == GoroutineStatus::Running && p.sliceUsed < kTimeSliceNs;
            return turn ? &p : nullptr;
        }
        if (p.runnext == nullptr || !p.queue.empty() || !global_.empty()) return nullptr;
        Goroutine& g = *p.runnext;
        p.runnext = nullptr;
        acting_ = &p;
        current_ = nullptr;
        moment(p, nullptr);
        dispatch(p, g, true);
    }
    return nullptr;
}

Goroutine* Scheduler::nextAfterPark() {
    // What turn() does after a goroutine has parked.
    book();
    endTurn();
    if (outcome_ != Outcome::Running || instructions_ >= stopAtInstruction_) return nullptr;
    Processor* p = quickStep();
    if (p == nullptr) return nullptr;
    moment(*p, p->current);
    beginTurn(*p, drawTurn<true>(*p), INT64_MAX);
    return current_;
}

Outcome Scheduler::advance(const AdvanceSlice& slice) {
    if (isEnd(outcome_)) {
        emitEnd();
        return outcome_;
    }
    SLUICE_ASSERT(executor_ != nullptr);
    outcome_ = Outcome::Running;
    stopAtEvent_ = 0;  // to be computed by mayGoOn
    pauseAsked_ = false;
    auto sum = [](uint64_t a, uint64_t b) { return a > UINT64_MAX - b ? UINT64_MAX : a + b; };
    uint64_t lastInstruction = sum(instructions_, slice.instructions);
    uint64_t lastEvent = sum(recorder_.count(), slice.events);
    quick_ = quickAllowed_ && slice.untilNs == INT64_MAX && strategy_.isPlain() &&
             strategy_.schedule().holds.empty();
    while (mayGoOn(lastInstruction, lastEvent)) {
        if (quick_ && unfinished_.processor == nullptr) {
            if (Processor* p = quickStep(); p != nullptr) {
                turn(*p, INT64_MAX);
                continue;
            }
            if (!mayGoOn(lastInstruction, lastEvent)) break;
        }
        if (!step(slice.untilNs)) break;
    }
    if (isEnd(outcome_)) emitEnd();
    recorder_.publish();
    return outcome_;
}

bool Scheduler::findStops(uint64_t lastInstruction, uint64_t lastEvent) {
    if (isEnd(outcome_) || pauseAsked_) return false;
    uint64_t count = recorder_.count();
    if (count >= recorder_.eventLimit()) {
        stopAtLimit("limit of " + std::to_string(recorder_.eventLimit()) + " events reached");
        return false;
    }
    if (instructions_ >= options_.instructionLimit) {
        stopAtLimit("limit of " + std::to_string(options_.instructionLimit) + " instructions reached");
        return false;
    }
    if (count >= lastEvent || instructions_ >= lastInstruction) return false;
    recorder_.publish();
    uint64_t room = recorder_.room();
    if (room == 0) {
        outcome_ = Outcome::Drain;
        return false;
    }
    stopAtEvent_ = lastEvent < recorder_.eventLimit() ? lastEvent : recorder_.eventLimit();
    if (room < stopAtEvent_ - count) stopAtEvent_ = count + room;
    stopAtInstruction_ =
        lastInstruction < options_.instructionLimit ? lastInstruction : options_.instructionLimit;
    limitToHolds();
    return true;
}

void Scheduler::stopAtLimit(std::string text) {
    outcome_ = Outcome::Limit;
    outcomeText_ = std::move(text);
    exitCode_ = 3;
    if (recorder_.enabled()) recorder_.emitAs(0, 0, EventKind::LimitReached, 0, recorder_.text(outcomeText_));
}

void Scheduler::emitEnd() {
    if (endEmitted_) return;
    endEmitted_ = true;
    if (!recorder_.enabled()) return;
    recorder_.emitAs(0, 0, EventKind::RunEnd, 0, static_cast<uint32_t>(outcome_),
                     recorder_.text(outcomeText_));
}

void Scheduler::orderProcessors() {
    active_ = 0;
    for (const std::unique_ptr<Processor>& each : std::span(processors_).first(processorCount_)) {
        if (each->state == ProcessorState::Idle) continue;
        uint16_t i = active_++;
        for (; i > 0 && each->before(*order_[i - 1]); i--) order_[i] = order_[i - 1];
        order_[i] = each.get();
    }
    orderKnown_ = true;
}

bool Scheduler::step(int64_t untilNs) {
    const bool holding = !strategy_.schedule().holds.empty();
    if (holding) mindHolds();
    if (unfinished_.processor != nullptr) {
        if (unfinished_.processor->clock.key.ns > untilNs) return false;
        orderKnown_ = false;  // it may have run ahead of others
        turn(*unfinished_.processor, untilNs);
        return true;
    }
    Processor* p = smallest();
    if (p == nullptr) return idleMoment(untilNs);
    int64_t when = timers_.nextWhen();
    int64_t time = when <= p->clock.key.ns ? when : p->clock.key.ns;
    if (time > options_.timeLimitNs) {
        stopAtLimit("limit of " + virtualTimeText(options_.timeLimitNs) + " virtual time reached");
        return false;
    }
    if (time > untilNs) return false;
    if (when <= p->clock.key.ns) {
        fireNextTimer();
    } else if (p->current == nullptr) {
        find(*p);
    } else if (p->current->status == GoroutineStatus::Dead) {
        bury(*p);
    } else if (!(holding && holdIfDue(*p)) && (p->sliceUsed < kTimeSliceNs || !preemptIfDue(*p))) {
        turn(*p, untilNs);
    }
    return true;
}

bool Scheduler::idleMoment(int64_t untilNs) {
    if (!timers_.anyStrong()) {
        acting_ = nullptr;
        current_ = nullptr;
        if (letHeldRun()) return true;
        if (openSources_ > 0) {
            outcome_ = Outcome::WaitingForInput;
            return false;
        }
        outcome_ = Outcome::Deadlock;
        exitCode_ = 2;
        outcomeText_ = live_ > 0 ? "all goroutines are asleep - deadlock!"
                                 : "no goroutines (main called runtime.Goexit) - deadlock!";
        recorder_.emitAs(0, 0, EventKind::Deadlock, 0, live_);
        return false;
    }
    int64_t when = timers_.nextWhen();
    if (when > options_.timeLimitNs) {
        stopAtLimit("limit of " + virtualTimeText(options_.timeLimitNs) + " virtual time reached");
        return false;
    }
    if (when > untilNs) return false;
    int64_t now = lastTime_;
    for (uint16_t i = 0; i < processorCount_; i++) {
        if (processors_[i]->clock.key.ns > now) now = processors_[i]->clock.key.ns;
    }
    if (when > now) {
        recorder_.here().time = lastTime_ = now;
        uint64_t bits = static_cast<uint64_t>(when);
        recorder_.emitAs(0, 0, EventKind::TimeJump, 0, static_cast<uint32_t>(bits),
                         static_cast<uint32_t>(bits >> 32));
        now = when;
    }
    for (auto& p : processors_) p->clock.idleUntil(now);
    orderKnown_ = false;
    fireNextTimer();
    return true;
}

Processor& Scheduler::homeFor(uint16_t wish) {
    if (wish >= processorCount_) wish = 0;
    Processor& home = *processors_[wish];
    if (home.state != ProcessorState::Running || idle_ == 0) return home;
    for (uint16_t i = 0; i < processorCount_; i++) {
        if (processors_[i]->state == ProcessorState::Idle) return *processors_[i];
    }
    return home;
}

void Scheduler::fireNextTimer() {
    TimerId id = timers_.next();
    if (timers_.hasTie()) {
        timers_.dueTogether(dueTogether_, kMaxTie);
        id = dueTogether_[strategy_.choose(ChoiceKind::TimerTie, static_cast<uint32_t>(dueTogether_.size()))];
    }
    TimerHeap::Timer timer = timers_[id];
    timers_.stop(id);
    int64_t now = timer.when < lastTime_ ? lastTime_ : timer.when;
    Processor& p = homeFor(timer.processor);
    if (p.state == ProcessorState::Idle && p.clock.key.ns < now) {
        p.clock.key = {now, 0};
        p.clock.charging = false;
    }
    acting_ = &p;
    current_ = nullptr;
    recorder_.here() = {.time = now, .goroutine = 0, .pos = 0, .processor = kNoProcessor};
    lastTime_ = now;
    timer.target->fire(*this, id, timer.when, timer.data);
}

void Scheduler::turn(Processor& p, int64_t untilNs) {
    Goroutine& g = *p.current;
    Turn turn;
    if (unfinished_.processor == nullptr) {
        moment(p, &g);
        turn = drawTurn<false>(p);
    } else {
        // It may have run ahead of the others already, so this is not a moment of its own.
        turn = unfinished_.turn;
        recorder_.here() = {p.clock.key.ns, g.system ? 0 : g.number, unfinished_.pos, p.id};
        unfinished_ = {};
    }
    int64_t most = INT64_MAX;
    if (untilNs != INT64_MAX) {
        most = p.clock.workUntil({untilNs + 1, 0});
        if (most < 1) most = 1;
    }
    beginTurn(p, turn, most);
    const RunResult result = executor_->run(g);
    if (result != RunResult::Over) {
        int64_t left = fuel_ + hidden_;
        // A pause may come between an operation that used up the fuel and the place where the turn ends for
        // it.
        bool mayGoOn = (left > 0 || pauseAsked_) && (result == RunResult::Budget || fuel_ > reserve_);
        book();
        if (mayGoOn && (result == RunResult::Budget || result == RunResult::OutOfTurn)) {
            // The slice ended, not the turn. It goes on as if nothing had been, so that pausing changes
            // nothing.
            SLUICE_ASSERT(acting_->current == current_);
            unfinished_ = {acting_, {left, reserve_ + hidden_}, recorder_.here().pos};
        } else {
            // GOMAXPROCS may have moved the goroutine to another processor, and it need not be the one that
            // the turns began with.
            afterTurn(*acting_, *current_, result);
        }
    }
    endTurn();
}

void Scheduler::afterTurn(Processor& p, Goroutine& g, RunResult result) {
    switch (result) {
        case RunResult::Budget:
        case RunResult::OutOfTurn:
            SLUICE_ASSERT(p.current == &g);
            g.waitPos = recorder_.here().pos;
            return;
        case RunResult::Parked:
        case RunResult::Yielded: SLUICE_ASSERT(p.current == nullptr); return;
        case RunResult::Ended:
            // It may have run ahead: others see the end when it is this processor's turn (bury).
            SLUICE_ASSERT(p.current == &g);
            g.status = GoroutineStatus::Dead;
            g.waitPos = recorder_.here().pos;
            return;
        case RunResult::Stopped: SLUICE_ASSERT(isEnd(outcome_)); return;
        case RunResult::Over: SLUICE_UNREACHABLE("nextTurn has done this");
    }
}

void Scheduler::bury(Processor& p) {
    Goroutine& g = *p.current;
    acting_ = &p;
    current_ = nullptr;
    moment(p, &g);
    if (!g.system) recorder_.emit(EventKind::GoEnd);
    p.current = nullptr;
    p.state = ProcessorState::Searching;
    leave(g);
    executor_->reap(g);
}

bool Scheduler::preemptIfDue(Processor& p) {
    Goroutine& g = *p.current;
    if (p.sliceUsed < kTimeSliceNs || g.pinned) return false;
    if (!p.hasWork() && global_.empty()) {
        // Nobody waits for this processor: going on is the same and makes no noise.
        p.sliceUsed = 0;
        return false;
    }
    acting_ = &p;
    current_ = nullptr;
    moment(p, &g);
    if (!g.system) recorder_.emit(EventKind::GoPreempt);
    g.status = GoroutineStatus::Runnable;
    p.current = nullptr;
    p.state = ProcessorState::Searching;
    p.sliceUsed = 0;
    global_.pushBack(g);
    wakeProcessor(p.clock);
    return true;
}

}  // namespace sluice
