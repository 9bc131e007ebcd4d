#pragma once
// The scheduler: a discrete-event simulation of Go's G-M-P (runtime/proc.go) on virtual processors.
//
// Invariants:
// - One goroutine executes at a time, inside Executor::run. Among processors that are not idle, the one with
//   the smallest (clock, debt, id) acts; timers due at or before that clock go off first. So event times
//   never decrease.
// - An operation that others can see (channel, lock, output, timer …) is only executed when mayAct() says so;
//   plain instructions may run ahead of the other processors by a small seeded quantum.
// - Equal times are FIFO: timers in the order of their start, processors by id.
// - Nothing runnable: time jumps to the next timer if one is not weak; else the run waits for input, or it is
//   a deadlock.
// - A goroutine that the schedule holds back (Hold) is taken off its processor at the next operation and set
//   aside when it is found; it runs, one operation at a time, only while nobody else can go on.
// - Same options, same strategy, same executor behaviour: same events.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/inline.h"
#include "sched/goroutine.h"
#include "sched/processor.h"
#include "sched/strategy.h"
#include "sched/timer.h"
#include "trace/recorder.h"

namespace sluice {

// Who runs next follows runtime/proc.go: a goroutine that is started or readied becomes runnext of the acting
// processor; the one it displaces goes to the end of the local queue; a preempted or yielding goroutine goes
// to the end of the global queue, which every 61st choice looks at first; idle processors are woken one at a
// time and steal half of another's queue, but leave a fresh runnext alone for kStealRunnextNs.

/// Why Executor::run returned.
enum class RunResult : uint8_t {
    Budget,     ///< the budget is used up; the goroutine can go on
    OutOfTurn,  ///< the next operation needs mayAct(); call again later
    Parked,     ///< park() was called
    Yielded,    ///< yieldToAll() or yieldLocal() was called
    Ended,      ///< the goroutine's function returned or Goexit was called; the goroutine must not be touched
                ///< again
    Stopped,    ///< finish() was called: the program is over
    Over,       ///< nextTurn() ended the turn and could not begin another
};

/// Executes goroutines. Implemented by the machine.
class Executor {
  public:
    /// Goes on with `g` until something in RunResult happens. Plain instructions are allowed while
    /// scheduler.fuel() > 0 and each costs one unit (see Scheduler::fuel). While g.pinned is set, it goes on
    /// although the fuel is used up (fuel may become negative). With Scheduler::nextTurn it may go on with
    /// other goroutines; the result is then about the last of them, scheduler.current().
    virtual RunResult run(Goroutine& g) = 0;
    /// `g` has ended and the scheduler has forgotten it: its memory may be reused.
    virtual void reap(Goroutine& g) = 0;

  protected:
    ~Executor() = default;
};

/// How a run stands.
enum class Outcome : uint8_t {
    Running,          ///< advance() can go on
    Drain,            ///< the event sink is full
    MainReturned,     ///< main.main returned: exit code 0
    Exited,           ///< os.Exit
    Died,             ///< uncaught panic or fatal error: exit code 2
    Deadlock,         ///< all goroutines are asleep: exit code 2
    WaitingForInput,  ///< only something from outside could go on
    Limit,            ///< a limit was reached
};

struct SchedulerOptions {
    uint16_t processors = 4;
    uint64_t instructionLimit = UINT64_MAX;
    int64_t timeLimitNs = INT64_MAX;
};

/// How much one advance() may do; whichever comes first.
struct AdvanceSlice {
    uint64_t instructions = UINT64_MAX;
    uint64_t events = UINT64_MAX;
    int64_t untilNs = INT64_MAX;  ///< do not let virtual time pass this
};

/// How long a thief leaves a runnext alone (runtime/proc.go, runqgrab: usleep(3)), so that ping-pong is not
/// torn apart.
constexpr int64_t kStealRunnextNs = 3'000;

/// GOMAXPROCS is clipped to this.
constexpr uint16_t kMaxVirtualProcessors = 256;

class Scheduler {
  public:
    Scheduler(const SchedulerOptions& options, Recorder& recorder, Strategy& strategy);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    void setExecutor(Executor& executor) { executor_ = &executor; }
    Recorder& recorder() { return recorder_; }
    Strategy& strategy() { return strategy_; }

    // --- driving the run ---

    /// Goes on until the slice is used up or the run has an outcome. After an end, returns that end again.
    Outcome advance(const AdvanceSlice& slice);
    Outcome outcome() const { return outcome_; }
    int exitCode() const { return exitCode_; }
    /// What the run ended with in one line: "", "all goroutines are asleep - deadlock!", the limit's text …
    const std::string& outcomeText() const { return outcomeText_; }
    /// Makes advance() return when the executor has returned Budget now, although there may be fuel left; the
    /// turn goes on with the next advance() as if nothing had been.
    void pause() {
        pauseAsked_ = true;
        stopAtEvent_ = 0;  // so that mayGoOn asks
    }
    /// Ends the run; called by the executor (which then returns Stopped) or between advances. Emits nothing.
    void finish(Outcome outcome, int exitCode, std::string_view text);

    // --- goroutines ---

    /// Makes `g` (status Idle) the next goroutine: numbers it, registers it with the recorder (`info.parent`
    /// and `.createdNs` are filled in), emits GoCreate in the name of the current goroutine and makes it
    /// runnable: it becomes runnext of this processor, as Go's newproc does. `label` is what GoCreate's text
    /// says, a text id.
    void start(Goroutine& g, GoroutineInfo info, uint32_t label);
    /// The goroutine that is executing now; null between steps.
    Goroutine* current() { return current_; }
    /// Living goroutines in order of number, linked by allNext.
    Goroutine* first() const { return allFirst_; }
    /// Living goroutines that belong to the program: runtime.NumGoroutine.
    uint32_t liveCount() const { return live_; }
    uint64_t createdCount() const { return lastNumber_; }

    /// Parks the current goroutine. The operation emits its own event; when it has none, pass `emitBlock`:
    /// GoBlock or GoSleep follow from the reason.
    void park(Goroutine& g, WaitReason reason, uint32_t object, uint64_t pointer, bool emitBlock = false);
    /// Makes a waiting goroutine runnable and emits GoUnblock in the name of whoever acts now. It becomes
    /// runnext of the acting processor unless `next` is false (then the end of the local queue); an idle
    /// processor is woken.
    void ready(Goroutine& g, bool next = true);
    /// runtime.Gosched: the current goroutine goes to the end of the global queue.
    void yieldToAll(Goroutine& g);
    /// runtime.goyield: to the end of the local queue, so that the one just readied runs now.
    void yieldLocal(Goroutine& g);
    /// time.Sleep: parks the current goroutine until now() + ns (ns > 0).
    void sleep(Goroutine& g, int64_t ns);
    /// Wakes a sleeping or IoWait goroutine early; false when it is not waiting. Only for goroutines that
    /// stand in no wait queue.
    bool interruptWait(Goroutine& g);

    // --- time ---

    /// Virtual ns since the start, as the acting processor sees it.
    int64_t now() const { return recorder_.here().time; }
    /// Starts a timer for absolute time `when` (in the past: due at once). See TimerHeap.
    TimerId startTimer(int64_t when, TimerTarget& target, uint64_t data, bool weak = false);
    bool stopTimer(TimerId id);
    void setTimerWeak(TimerId id, bool weak) { timers_.setWeak(id, weak); }
    const TimerHeap& timers() const { return timers_; }
    /// Counts sources outside that may wake goroutines although no timer runs (signal.Notify, listeners,
    /// standard input): while there are any, nothing runnable means WaitingForInput, not Deadlock.
    void holdOpen(int delta) { openSources_ += delta; }
    int openSources() const { return openSources_; }

    // --- for the executor's loop ---

    /// Instructions that may still be executed in this turn. The executor keeps a copy in a register, stores
    /// it here before any operation and before returning, and reloads it afterwards.
    int64_t& fuel() { return fuel_; }
    /// True when an operation others can see may be executed now. With false the executor returns OutOfTurn,
    /// with the operation still to be executed.
    bool mayAct() const { return fuel_ > reserve_ && recorder_.count() < stopAtEvent_; }
    /// Books the virtual cost of an expensive operation. It takes effect after the operation, so that the
    /// operation itself is one moment.
    void charge(int64_t ns) {
        fuel_ -= ns;
        fuelBooked_ -= ns;
        owed_ += ns;
    }
    /// Brings now() and the clock up to date with the fuel used so far. The executor calls it right after
    /// mayAct() said yes and before the operation, never in the middle of one.
    void sync();
    /// Brings now() and the clock up to date, without a moment at which others see anything.
    void book();
    /// The processor of the current turn, and the work that lies behind it: two goroutines whose work is
    /// close run at the same time.
    const Processor& actingProcessor() const { return *acting_; }
    int64_t actingWork() const {
        return acting_->clock.key.ns + acting_->clock.key.debt + (fuelBooked_ - fuel_) * kInstructionNs;
    }
    uint64_t instructionsUsed() const { return instructions_; }

    // --- quick ways, for loops that call nothing (sched/turns.h) ---

    /// sync() and charge(cost), after mayActWith(fuel) said yes.
    void beginQuick(int64_t fuel, int64_t cost);
    /// mayAct() for an executor that has `fuel` left.
    bool mayActWith(int64_t fuel) const {
        return fuel > reserve_ && recorder_.count() < stopAtEvent_;
    }
    /// Whether nextTurn may be called by an executor that has `fuel` left and would return Budget or
    /// OutOfTurn: nothing but clocks decides what comes next.
    bool mayTakeNextTurn(int64_t fuel) const { return quick_ && hidden_ == 0 && fuel <= reserve_; }
    /// Ends the turn and begins the next one, of the goroutine that is returned. Null when that is not this
    /// simple: the executor returns RunResult::Over.
    Goroutine* nextTurn(int64_t fuel);
    /// The same when the goroutine has parked; only when mayGoOnQuickly(). Calls functions.
    Goroutine* nextAfterPark();
    bool mayGoOnQuickly() const { return quick_; }
    /// False: from the next advance() on each turn is a call of Executor::run.
    void allowQuickWays(bool allowed) { quickAllowed_ = allowed; }

    // --- processors ---

    uint16_t processorCount() const { return processorCount_; }
    /// runtime.GOMAXPROCS(n), n >= 1. Goroutines of processors that go away become runnable on the others.
    void setProcessorCount(uint16_t count);
    const Processor& processor(uint16_t id) const { return *processors_[id]; }

  private:
    struct SleepTarget;

    // scheduler_steps.cpp: one step of the simulation.
    bool mayGoOn(uint64_t lastInstruction, uint64_t lastEvent) {
        // What is bounded by the stops is within the slice and the limits: most steps ask nothing else.
        if (recorder_.count() < stopAtEvent_ && instructions_ < stopAtInstruction_ &&
            outcome_ == Outcome::Running) {
            return true;
        }
        return findStops(lastInstruction, lastEvent);
    }
    bool findStops(uint64_t lastInstruction, uint64_t lastEvent);
    bool step(int64_t untilNs);
    Processor* quickStep();
    bool idleMoment(int64_t untilNs);
    Processor* smallest();
    Processor* firstInOrder();
    void orderProcessors();
    bool othersRun() const;
    void fireNextTimer();
    Processor& homeFor(uint16_t wish);
    void turn(Processor& p, int64_t untilNs);
    void afterTurn(Processor& p, Goroutine& g, RunResult result);
    bool preemptIfDue(Processor& p);
    void bury(Processor& p);
    struct Turn;
    template <bool kQuick>
    Turn drawTurn(const Processor& p);
    void beginTurn(Processor& p, const Turn& turn, int64_t mostFuel);
    void endTurn();
    void stopAtLimit(std::string text);
    void emitEnd();

    // scheduler_find.cpp: which goroutine a processor runs next.
    void find(Processor& p);
    Goroutine* takeLocal(Processor& p, bool& inheritsSlice);
    Goroutine* takeGlobal(Processor& p, uint32_t most);
    Goroutine* steal(Processor& p);
    Goroutine* stealFrom(Processor& thief, Processor& victim);
    void startSpinning(Processor& p);
    void dispatch(Processor& p, Goroutine& g, bool inheritsSlice);
    void putNext(Processor& p, Goroutine& g, bool next);
    void putLocal(Processor& p, Goroutine& g);
    void wakeProcessor(const ProcessorClock& waker);
    void setIdle(Processor& p);
    void activate(Processor& p, ProcessorState state);

    // scheduler_hold.cpp: goroutines that the schedule keeps back.
    bool isHeld(const Goroutine& g) const;
    bool othersCanGoOn(const Processor& p) const;
    void mindHolds();
    bool holdIfDue(Processor& p);
    bool setAside(Goroutine& g);
    bool letHeldRun();
    void limitToHolds();

    // scheduler.cpp
    Processor& acting();
    void moment(const Processor& p, const Goroutine* g);
    void loseCurrent(Goroutine& g, GoroutineStatus status);
    void leave(Goroutine& g);
    void shrinkFuel(const ClockKey& newcomer);
    void clearProcessor(Processor& p);

    SchedulerOptions options_;
    Recorder& recorder_;
    Strategy& strategy_;
    Executor* executor_ = nullptr;
    std::vector<std::unique_ptr<Processor>> processors_;
    uint16_t processorCount_ = 0;
    uint16_t spinning_ = 0;
    uint16_t idle_ = 0;
    GoroutineQueue global_;
    TimerHeap timers_;
    std::unique_ptr<SleepTarget> sleepTarget_;
    std::vector<TimerId> dueTogether_;
    Goroutine* allFirst_ = nullptr;
    Goroutine* allLast_ = nullptr;
    uint32_t live_ = 0;
    uint32_t lastNumber_ = 0;
    int openSources_ = 0;

    Processor* acting_ = nullptr;  ///< processor of the current turn, or on which timers go off
    Goroutine* current_ = nullptr;
    int64_t fuel_ = 0;
    int64_t fuelBooked_ = 0;  ///< fuel at the moment up to which work has been booked
    int64_t owed_ = 0;        ///< charged, but not yet on the clock
    /// Part of the turn's fuel that the caller's slice does not allow now.
    int64_t hidden_ = 0;
    /// Operations are allowed while fuel_ is larger: what is below is for running ahead with plain
    /// instructions. Smaller than that by hidden_.
    int64_t reserve_ = 0;
    /// How far a turn may go.
    struct Turn {
        int64_t fuel = 0;
        int64_t reserve = 0;
    };
    /// A turn that was interrupted by the end of a slice.
    struct Unfinished {
        Processor* processor = nullptr;
        Turn turn;
        uint32_t pos = 0;
    };
    Unfinished unfinished_;
    /// The processors that are not idle in the order in which they act. Only the clock of the first may have
    /// moved on since; when others' have, orderKnown_ is false.
    Processor* order_[kMaxVirtualProcessors] = {};
    uint16_t active_ = 0;
    bool orderKnown_ = false;
    /// No holds, no deviations, no bound in virtual time: see mayTakeNextTurn.
    bool quick_ = false;
    bool quickAllowed_ = true;
    GoroutineQueue held_;         ///< runnable, but set aside
    Goroutine* letRun_ = nullptr;  ///< held, but to be run because nobody else can
    uint64_t stopAtEvent_ = UINT64_MAX;
    uint64_t stopAtInstruction_ = UINT64_MAX;
    uint64_t instructions_ = 0;
    int64_t lastTime_ = 0;  ///< of the last moment: times never decrease

    Outcome outcome_ = Outcome::Running;
    bool pauseAsked_ = false;
    bool endEmitted_ = false;
    int exitCode_ = 0;
    std::string outcomeText_;
};

inline Processor* Scheduler::smallest() {
    if (!orderKnown_) orderProcessors();
    return active_ == 0 ? nullptr : firstInOrder();
}

SLUICE_INLINE Processor* Scheduler::firstInOrder() {
    Processor* const first = order_[0];
    if (active_ < 2 || !order_[1]->before(*first)) return first;
    // In a busy run it has moved behind most of the others.
    uint16_t place = static_cast<uint16_t>(active_ - 1);
    while (first->before(*order_[place])) place--;
    for (uint16_t i = 0; i < place; i++) order_[i] = order_[i + 1];
    order_[place] = first;
    return order_[0];
}

inline void Scheduler::moment(const Processor& p, const Goroutine* g) {
    Moment& here = recorder_.here();
    SLUICE_ASSERT(p.clock.key.ns >= lastTime_);
    here.time = lastTime_ = p.clock.key.ns;
    here.processor = p.id;
    here.goroutine = g == nullptr || g->system ? 0 : g->number;
    here.pos = g == nullptr ? 0 : g->waitPos;
}

SLUICE_INLINE void Scheduler::sync() {
    if (acting_ != nullptr) acting_->epoch++;
    book();
}

SLUICE_INLINE void Scheduler::book() {
    int64_t used = fuelBooked_ - fuel_ + owed_;
    if (used <= 0 || acting_ == nullptr) return;
    fuelBooked_ = fuel_;
    owed_ = 0;
    acting_->clock.work(used * kInstructionNs);
    acting_->sliceUsed += used * kInstructionNs;
    acting_->busyNs += used * kInstructionNs;
    instructions_ += static_cast<uint64_t>(used);
    recorder_.here().time = acting_->clock.key.ns;
}

}  // namespace sluice
