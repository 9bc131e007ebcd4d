#pragma once
// From one turn to the next. Between two operations that others can see a goroutine executes few
// instructions, so a run is mostly turns; where nothing but the clocks of the processors decides who is next,
// the executor goes from one to the other without leaving its loop (nextTurn).
//
// Invariants:
// - What nextTurn does is what returning to Scheduler::step would have done; it only asks less.
// - The quick ways call no function, so that the loop they are inlined in keeps its state in machine
//   registers.

#include "sched/scheduler.h"

namespace sluice {

// A processor runs 16 … 128 plain instructions ahead of the others: enough to show data races, little enough
// to keep the lanes together.
constexpr uint32_t kQuantumMin = 16;
constexpr uint32_t kQuantumMax = 128;

/// Whether a processor besides the first runs a goroutine. One that only looks for work is not run ahead of.
SLUICE_INLINE bool Scheduler::othersRun() const {
    for (uint16_t i = 1; i < active_; i++) {
        if (order_[i]->state == ProcessorState::Running) return true;
    }
    return false;
}

/// How far the first of the order may go.
template <bool kQuick>
SLUICE_INLINE Scheduler::Turn Scheduler::drawTurn(const Processor& p) {
    int64_t fuel = kTimeSliceNs - p.sliceUsed;
    if (fuel < 1) fuel = 1;
    // What is left until the next of the others bounds it, and that grows with the key.
    if (active_ > 1) {
        int64_t distance = p.clock.workUntil(order_[1]->clock.key) + 1;
        if (distance < fuel) fuel = distance;
    }
    // The clock must not pass the next timer or the limit.
    int64_t bound = timers_.nextWhen();
    if (options_.timeLimitNs < bound - 1) bound = options_.timeLimitNs + 1;
    int64_t distance = p.clock.workUntil({bound, 0});
    if (distance < 1) distance = 1;
    if (distance < fuel) fuel = distance;
    if (!othersRun()) return {fuel, 0};
    constexpr uint32_t kChoices = kQuantumMax - kQuantumMin + 1;
    uint32_t more;
    if constexpr (kQuick)
        more = strategy_.choosePlain(ChoiceKind::Quantum, kChoices);
    else
        more = strategy_.choose(ChoiceKind::Quantum, kChoices);
    const int64_t ahead = int64_t{kQuantumMin} + more;
    return {fuel + ahead, ahead};
}

/// Hands out what the caller's slice allows of a turn; the rest is kept for later.
SLUICE_INLINE void Scheduler::beginTurn(Processor& p, const Turn& turn, int64_t mostFuel) {
    acting_ = &p;
    current_ = p.current;
    int64_t fuel = turn.fuel < mostFuel ? turn.fuel : mostFuel;
    uint64_t instructionsLeft = stopAtInstruction_ - instructions_;
    if (fuel > 0 && instructionsLeft < static_cast<uint64_t>(fuel)) {
        fuel = static_cast<int64_t>(instructionsLeft);
    }
    fuel_ = fuelBooked_ = fuel;
    hidden_ = turn.fuel - fuel;
    reserve_ = turn.reserve - hidden_;
}

inline void Scheduler::endTurn() {
    fuel_ = fuelBooked_ = hidden_ = reserve_ = 0;
    current_ = nullptr;
}

SLUICE_INLINE void Scheduler::beginQuick(int64_t fuel, int64_t cost) {
    fuel_ = fuel;
    sync();
    charge(cost);
}

SLUICE_INLINE Goroutine* Scheduler::nextTurn(int64_t fuel) {
    fuel_ = fuel;
    book();
    current_->waitPos = recorder_.here().pos;
    // From here on the turn is over: see advance() and step().
    if (!orderKnown_ || recorder_.count() >= stopAtEvent_ || instructions_ >= stopAtInstruction_) {
        return nullptr;
    }
    Processor& p = *firstInOrder();
    const int64_t now = p.clock.key.ns;
    if (p.current == nullptr || p.current->status != GoroutineStatus::Running ||
        p.sliceUsed >= kTimeSliceNs || timers_.nextWhen() <= now || now > options_.timeLimitNs) {
        return nullptr;
    }
    const Goroutine& g = *p.current;
    recorder_.here() = {now, g.system ? 0 : g.number, g.waitPos, p.id};
    lastTime_ = now;
    beginTurn(p, drawTurn<true>(p), INT64_MAX);
    return p.current;
}

}  // namespace sluice
