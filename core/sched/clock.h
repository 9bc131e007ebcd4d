#pragma once
// Virtual time of one processor.
//
// Invariants:
// - Work is first booked as debt: it orders what happens, but the clock that programs see stands still. Debt
//   of up to kGraceNs is forgiven when the whole machine becomes idle, so that programs that mostly wait have
//   round times.
// - As soon as the debt exceeds kGraceNs it is charged to the clock in full, and further work at once
//   (charging), until the next idle moment.
// - (ns, debt) never decreases except when debt is forgiven at an idle moment, where ns does not decrease
//   either.

#include <cstdint>

namespace sluice {

/// Virtual cost of one instruction.
constexpr int64_t kInstructionNs = 1;
/// Work that is forgiven at an idle moment: see above. Large enough for the start-up of a worker pool, small
/// against any sleep people write.
constexpr int64_t kGraceNs = 50'000;
/// Time slice after which a running goroutine makes room (runtime/proc.go, forcePreemptNS).
constexpr int64_t kTimeSliceNs = 10'000'000;

/// A point in the order of events: first the clock, then the debt.
struct ClockKey {
    int64_t ns = 0;
    int64_t debt = 0;

    bool operator<(const ClockKey& o) const { return ns != o.ns ? ns < o.ns : debt < o.debt; }
    bool operator==(const ClockKey& o) const { return ns == o.ns && debt == o.debt; }
};

/// The clock of one processor; see the invariants.
struct ProcessorClock {
    ClockKey key;
    bool charging = false;

    /// Books `ns` of work.
    void work(int64_t ns) {
        if (charging) {
            key.ns += ns;
            return;
        }
        key.debt += ns;
        if (key.debt > kGraceNs) charge();
    }
    /// Moves the debt to the clock.
    void charge() {
        key.ns += key.debt;
        key.debt = 0;
        charging = true;
    }
    /// A processor that was idle goes on no earlier than the one that woke it.
    void catchUp(const ProcessorClock& waker) {
        if (key < waker.key) key = waker.key;
        charging = waker.charging;
        if (charging) {
            key.ns += key.debt;
            key.debt = 0;
        }
    }
    /// An idle moment: debt is forgiven, the clock moves to `ns` (never backwards).
    void idleUntil(int64_t ns) {
        if (key.ns < ns) key.ns = ns;
        key.debt = 0;
        charging = false;
    }
    /// How much work may be booked before the key reaches `limit`, at least 0. At most what is left until the
    /// debt is charged: then ask again.
    int64_t workUntil(const ClockKey& limit) const;
};

inline int64_t ProcessorClock::workUntil(const ClockKey& limit) const {
    if (limit < key) return 0;
    if (charging) return limit.ns - key.ns;
    int64_t graceLeft = kGraceNs - key.debt;
    if (limit.ns > key.ns) return graceLeft;
    int64_t debtLeft = limit.debt - key.debt;
    return debtLeft < graceLeft ? debtLeft : graceLeft;
}

}  // namespace sluice
