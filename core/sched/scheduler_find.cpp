// Which goroutine a processor runs next: runtime/proc.go's findRunnable, runqget, globrunqget, stealWork,
// wakep.
#include "sched/scheduler.h"

namespace sluice {

namespace {

// Every so many choices the global queue comes first, so that two goroutines that ready each other for ever
// cannot starve it (runtime/proc.go, schedtick%61).
constexpr uint32_t kGlobalEvery = 61;

// How long an idle processor takes to start looking for work after it was woken: from "a thread was spinning
// anyway" to "a thread had to be woken by the operating system". Mostly shorter than what a goroutine does
// between two operations, so that seeds differ in who gets the work.
constexpr int64_t kWakeDelaysNs[] = {0, 30, 60, 120, 250, 600, 2'000, 6'000};

// A spinning processor looks so many times for work before it gives up, so far apart; only the last time it
// takes a runnext, which is then no longer fresh (findRunnable, stealWork: four rounds, then usleep(3)).
constexpr uint8_t kSpins = 5;
constexpr int64_t kSpinNs = kStealRunnextNs / (kSpins - 1);

}  // namespace

void Scheduler::activate(Processor& p, ProcessorState state) {
    SLUICE_ASSERT(p.state == ProcessorState::Idle);
    p.state = state;
    idle_--;
    if (orderKnown_) {
        // Not in front of the first, whose place in the order is looked for later.
        uint16_t i = active_++;
        for (; i > 1 && p.before(*order_[i - 1]); i--) order_[i] = order_[i - 1];
        order_[i] = &p;
    }
    if (state == ProcessorState::Spinning) startSpinning(p);
}

void Scheduler::startSpinning(Processor& p) {
    p.state = ProcessorState::Spinning;
    p.spinsLeft = kSpins;
    spinning_++;
}

void Scheduler::setIdle(Processor& p) {
    SLUICE_ASSERT(p.current == nullptr && !p.hasWork());
    if (p.state == ProcessorState::Spinning) spinning_--;
    p.state = ProcessorState::Idle;
    idle_++;
    if (orderKnown_) {
        uint16_t i = 0;
        while (order_[i] != &p) i++;
        active_--;
        for (; i < active_; i++) order_[i] = order_[i + 1];
    }
}

void Scheduler::wakeProcessor(const ProcessorClock& waker) {
    if (spinning_ != 0 || idle_ == 0) return;
    for (uint16_t i = 0; i < processorCount_; i++) {
        Processor& p = *processors_[i];
        if (p.state != ProcessorState::Idle) continue;
        p.clock.catchUp(waker);
        constexpr uint32_t kDelays = sizeof kWakeDelaysNs / sizeof kWakeDelaysNs[0];
        p.clock.work(kWakeDelaysNs[strategy_.choose(ChoiceKind::WakeDelay, kDelays)]);
        activate(p, ProcessorState::Spinning);
        shrinkFuel(p.clock.key);
        return;
    }
    SLUICE_UNREACHABLE("an idle processor was counted but not found");
}

void Scheduler::putLocal(Processor& p, Goroutine& g) {
    if (p.queue.size() < kLocalQueue) {
        p.queue.pushBack(g);
        return;
    }
    // Full: half of it moves to the global queue, and the new one behind it (runqputslow).
    for (uint32_t i = 0; i < kLocalQueue / 2; i++) global_.pushBack(*p.queue.popFront());
    global_.pushBack(g);
}

void Scheduler::putNext(Processor& p, Goroutine& g, bool next) {
    if (!next) {
        putLocal(p, g);
        return;
    }
    Goroutine* displaced = p.runnext;
    p.runnext = &g;
    p.runnextSince = p.clock.key;
    if (displaced != nullptr) putLocal(p, *displaced);
}

Goroutine* Scheduler::takeLocal(Processor& p, bool& inheritsSlice) {
    uint32_t choices = p.runnable();
    if (choices == 0) return nullptr;
    uint32_t choice = strategy_.choose(ChoiceKind::NextGoroutine, choices);
    if (p.runnext != nullptr) {
        if (choice == 0) {
            Goroutine* g = p.runnext;
            p.runnext = nullptr;
            inheritsSlice = true;
            return g;
        }
        choice--;
    }
    return p.queue.popAt(choice);
}

Goroutine* Scheduler::takeGlobal(Processor& p, uint32_t most) {
    if (global_.empty()) return nullptr;
    uint32_t n = global_.size() / processorCount_ + 1;
    if (n > global_.size()) n = global_.size();
    if (most > 0 && n > most) n = most;
    if (n > kLocalQueue / 2) n = kLocalQueue / 2;
    Goroutine* g = global_.popFront();
    for (uint32_t i = 1; i < n; i++) putLocal(p, *global_.popFront());
    return g;
}

Goroutine* Scheduler::stealFrom(Processor& thief, Processor& victim) {
    uint32_t n = victim.queue.size() - victim.queue.size() / 2;
    if (n == 0) {
        Goroutine* g = victim.runnext;
        if (g == nullptr || thief.spinsLeft > 0) return nullptr;
        // A running victim is about to run it itself, most likely.
        if (victim.state == ProcessorState::Running) {
            const ClockKey& since = victim.runnextSince;
            const ClockKey& now = thief.clock.key;
            int64_t age = now.ns == since.ns ? now.debt - since.debt : now.ns - since.ns;
            if (age < kStealRunnextNs) return nullptr;
        }
        victim.runnext = nullptr;
        return g;
    }
    // The last of the batch is run, the others are queued (runqsteal).
    for (uint32_t i = 1; i < n; i++) thief.queue.pushBack(*victim.queue.popFront());
    return victim.queue.popFront();
}

Goroutine* Scheduler::steal(Processor& p) {
    SLUICE_ASSERT(p.spinsLeft > 0);
    p.spinsLeft--;
    if (processorCount_ < 2) {
        p.spinsLeft = 0;
        return nullptr;
    }
    uint32_t first = strategy_.choose(ChoiceKind::StealFrom, processorCount_);
    for (uint32_t i = 0; i < processorCount_; i++) {
        Processor& victim = *processors_[(first + i) % processorCount_];
        if (&victim == &p || !victim.hasWork()) continue;
        Goroutine* g = stealFrom(p, victim);
        if (g == nullptr || setAside(*g)) continue;
        recorder_.emitAs(g->system ? 0 : g->number, g->waitPos, EventKind::GoSteal, 0, victim.id);
        return g;
    }
    return nullptr;
}

void Scheduler::find(Processor& p) {
    acting_ = &p;
    current_ = nullptr;
    moment(p, nullptr);
    bool inheritsSlice = false;
    Goroutine* g = nullptr;
    if (p.tick % kGlobalEvery == 0) g = takeGlobal(p, 1);
    if (g == nullptr) g = takeLocal(p, inheritsSlice);
    if (g == nullptr) g = takeGlobal(p, 0);
    if (g != nullptr && setAside(*g)) return;  // and look again in the next step
    if (g == nullptr) {
        // At most half of the busy processors spin (findRunnable).
        uint32_t busy = processorCount_ - idle_;
        if (p.state == ProcessorState::Searching && 2u * spinning_ < busy) {
            startSpinning(p);
        }
        if (p.state == ProcessorState::Spinning) {
            g = steal(p);
            if (g == nullptr && p.spinsLeft > 0) {
                p.clock.work(kSpinNs);
                return;
            }
        }
    }
    if (g == nullptr)
        setIdle(p);
    else
        dispatch(p, *g, inheritsSlice);
}

void Scheduler::dispatch(Processor& p, Goroutine& g, bool inheritsSlice) {
    SLUICE_ASSERT(g.status == GoroutineStatus::Runnable && g.queueNext == nullptr && p.current == nullptr);
    bool wasSpinning = p.state == ProcessorState::Spinning;
    if (wasSpinning) spinning_--;
    p.state = ProcessorState::Running;
    p.current = &g;
    p.epoch++;
    if (!inheritsSlice) {
        p.tick++;
        p.sliceUsed = 0;
    }
    g.status = GoroutineStatus::Running;
    g.processor = p.id;
    if (wasSpinning) wakeProcessor(p.clock);
    if (g.system) {
        g.wakeEvent = {};
        return;
    }
    moment(p, &g);
    recorder_.emit(EventKind::GoStart);
    if (g.wakeEvent.selectCase != kNoCase) recorder_.emit(EventKind::SelectWake, 0, g.wakeEvent.selectCase);
    if (g.wakeEvent.kind != EventKind::None) {
        recorder_.emit(g.wakeEvent.kind, g.wakeEvent.object, g.wakeEvent.a, g.wakeEvent.b);
    }
    g.wakeEvent = {};
}

}  // namespace sluice
