#pragma once
// Every nondeterministic decision of a run goes through one Strategy, and every decision has a number.
//
// Invariants:
// - A decision with one alternative is none: it gets no number.
// - Alternative 0 of NextGoroutine, TimerTie and Waiter is what Go's policy (FIFO) takes. The other kinds
//   have no preferred alternative: the seed decides, from a generator of their own per kind, so that one more
//   steal does not change math/rand.
// - A decision draws from the generator of its kind even when the answer is forced, so that what follows
//   stays in step.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.h"
#include "base/rng.h"

namespace sluice {

/// What is decided. Numbers are part of schedule strings' meaning: add at the end.
enum class ChoiceKind : uint8_t {
    NextGoroutine,  ///< which of the runnable goroutines of a processor runs next
    SelectCase,     ///< which of the ready cases of a select
    TimerTie,       ///< which of the timers that fall due together
    Waiter,         ///< which of the waiters is woken
    StealFrom,      ///< where an idle processor looks first
    WakeDelay,      ///< how long an idle processor takes to wake up
    Quantum,        ///< how far a processor runs ahead of the others
    MapOrder,       ///< where a map iteration starts
    Random,         ///< math/rand and friends: any 64 bits
    Other,
    Count,
};

/// One goroutine is kept back: while the number of recorded events is in [from, until), it only runs when
/// nobody else can run and no timer could let time pass.
struct Hold {
    uint32_t goroutine = 0;
    uint64_t from = 0;
    uint64_t until = UINT64_MAX;  ///< UINT64_MAX: to the end of the run
};

/// "s1:42" or "s1:42;h3@120-400;17=2;40=1": format version, seed, goroutines held back (here goroutine 3
/// between the events 120 and 400; without "-400" to the end), and the numbered decisions that differ from
/// what the seed would do.
struct Schedule {
    struct Deviation {
        uint64_t number;
        uint64_t value;
    };
    uint64_t seed = 1;
    std::vector<Deviation> deviations;  ///< ascending numbers
    std::vector<Hold> holds;

    std::string text() const;
    /// False if `text` is not a schedule.
    [[nodiscard]] static bool parse(std::string_view text, Schedule& out);
};

/// See the head of the file. The base class is the live policy: Go's, with the seed.
class Strategy {
  public:
    explicit Strategy(uint64_t seed) : Strategy(Schedule{seed, {}, {}}) {}
    /// Replays: like the seed, except where the schedule deviates.
    explicit Strategy(Schedule schedule);
    virtual ~Strategy() = default;

    /// One of 0 … count-1. count must not be 0.
    uint32_t choose(ChoiceKind kind, uint32_t count) {
        if (count <= 1) return 0;
        uint64_t number = ++decisions_;
        uint32_t wish = isFifo(kind) ? 0 : rngs_[static_cast<size_t>(kind)].below32(count);
        if (!plain_) wish = static_cast<uint32_t>(decide(number, kind, count, wish));
        SLUICE_ASSERT(wish < count);
        return wish;
    }
    /// True when every decision is the seed's: nobody need be asked about them (choosePlain).
    bool isPlain() const { return plain_; }
    /// choose() when isPlain(), for loops that call nothing.
    uint32_t choosePlain(ChoiceKind kind, uint32_t count) {
        ++decisions_;
        return rngs_[static_cast<size_t>(kind)].below32(count);
    }
    /// 64 random bits for the program (math/rand, hash seeds …).
    uint64_t random() {
        uint64_t number = ++decisions_;
        uint64_t wish = rngs_[static_cast<size_t>(ChoiceKind::Random)].next();
        if (!plain_) wish = decide(number, ChoiceKind::Random, 0, wish);
        return wish;
    }
    /// Decisions made so far.
    uint64_t decisions() const { return decisions_; }
    /// The schedule that replays this run, as far as it has come.
    const Schedule& schedule() const { return made_; }

    /// True for kinds whose policy is first come, first served.
    static bool isFifo(ChoiceKind kind) {
        return kind == ChoiceKind::NextGoroutine || kind == ChoiceKind::TimerTie ||
               kind == ChoiceKind::Waiter;
    }

  protected:
    /// Makes decide() be asked about every decision.
    void askAlways() { plain_ = false; }
    /// What explorers override: the answer to decision `number`; `count` is 0 for Random. The default forces
    /// the deviations of the schedule.
    virtual uint64_t decide(uint64_t number, ChoiceKind kind, uint32_t count, uint64_t wish);
    /// Notes that decision `number` deviates from the seed.
    void note(uint64_t number, uint64_t value) { made_.deviations.push_back({number, value}); }

  private:
    Schedule given_;
    Schedule made_;
    size_t nextDeviation_ = 0;
    uint64_t decisions_ = 0;
    bool plain_ = true;
    Rng rngs_[static_cast<size_t>(ChoiceKind::Count)];
};

}  // namespace sluice
