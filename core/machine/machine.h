#pragma once

// The machine of one run: heap, globals, goroutine stacks and the interpreter. The scheduler tells it
// which goroutine to run (Executor); it tells the scheduler what happened.
//
// Invariants:
// - All nondeterminism comes from the scheduler's strategy; nothing here reads a clock or an address.
// - The collector runs between instructions only (collectIfNeeded); C++ code may hold object references
//   within one.
// - Everything a running goroutine is lies in its MachineGoroutine when Executor::run has returned.

#include <string>
#include <string_view>
#include <vector>

#include "heap/collector.h"
#include "heap/heap.h"
#include "machine/finalizers.h"
#include "machine/image.h"
#include "machine/limits.h"
#include "machine/machine_goroutine.h"
#include "machine/map_writers.h"
#include "machine/native.h"
#include "machine/statement_watch.h"
#include "sched/scheduler.h"
#include "sync/runtime.h"

namespace sluice {

class Library;
class Liveness;

/// What an instruction handler outside the loop did.
enum class Flow : uint8_t {
    Next,    ///< Go on with the next instruction.
    Reload,  ///< pc and base have changed (a panic, a call, a return): reload them from the goroutine.
    Leave,   ///< Return machine.leaveResult() from Executor::run.
};

/// One variable, field, element … as the inspector shows it.
struct InspectedLocal {
    std::string name;
    std::string type;
    std::string value;
    /// What a pointer, slice, map or channel leads to: equal for equal targets within one moment; 0 for
    /// values that lead nowhere.
    uint64_t target = 0;
    uint32_t object = 0;  ///< channels: their number in the trace
    uint64_t parts = 0;   ///< how many parts it can be opened into
};
/// One frame, innermost first.
struct InspectedFrame {
    std::string function;
    std::string file;
    uint32_t line = 0;
    uint32_t column = 0;
    bool library = false;
    std::vector<InspectedLocal> locals;
};

struct LocalPlace;
struct LocalVariable;
struct ValuePlace;

class Machine final : public Executor, public RootSource, public ObjectNamer, public ValueFormatter {
  public:
    /// `image` and `scheduler` must outlive the machine. Makes itself the scheduler's executor and the
    /// recorder's formatter.
    Machine(const Image& image, Scheduler& scheduler, const Limits& limits);
    ~Machine();
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    /// Creates goroutine 1, which initialises the packages and calls main.main. Call once, before the first
    /// advance.
    void start();
    /// After the scheduler's advance returned Outcome::Deadlock: prints Go's fatal error and all goroutines,
    /// once.
    void reportDeadlock();

    Heap& heap() { return heap_; }
    Scheduler& scheduler() { return scheduler_; }
    Recorder& recorder() { return scheduler_.recorder(); }
    SyncRuntime& sync() { return sync_; }
    MapWriters& mapWriters() { return mapWriters_; }
    /// Whether the function that `g` executes now is the program's own and not of Go's library.
    bool isUserCode(const MachineGoroutine& g) const;
    const Image& image() const { return image_; }
    const Program& program() const { return *image_.program; }
    const TypeTable& types() const { return image_.program->types; }
    const Limits& limits() const { return limits_; }
    Library* library() { return library_; }
    void setLibrary(Library* library) { library_ = library; }
    /// Adds something that holds references from outside the heap.
    void addRoots(RootSource& source) { roots_.push_back(&source); }
    void setArguments(std::vector<std::string> arguments) { arguments_ = std::move(arguments); }
    const std::vector<std::string>& arguments() const { return arguments_; }

    // --- output ---

    /// Appends to stdout (1) or stderr (2), with an event in the current goroutine's name. False when the
    /// limit is reached.
    bool write(int stream, std::string_view text);
    const std::string& standardOutput() const { return output_[0]; }
    const std::string& standardError() const { return output_[1]; }
    /// Both, in the order they were written.
    const std::string& allOutput() const { return output_[2]; }
    /// Where allOutput changes from one stream to the other: ascending offsets, beginning on stdout.
    const std::vector<size_t>& outputSwitches() const { return outputSwitches_; }

    // --- goroutines ---

    /// Starts a goroutine that calls the argument-less func value `closure` (not nil). False when there are
    /// too many.
    /// `parent` is 0 for goroutines started by the world; `pos` a position word for the trace.
    bool spawn(Slot closure, uint32_t parent, uint32_t pos);
    /// The next goroutine that `g` starts is named for the function of func value `closure` (library code
    /// that starts a goroutine on behalf of the program).
    void nameNext(Goroutine& g, Slot closure);
    /// Pointer word to a slot of the package variables.
    Slot globalPointer(uint32_t slot) const { return makePointer(globals_, slot * kSlotBytes); }
    /// runtime.GC.
    void collect();
    Finalizers& finalizers() { return finalizers_; }
    /// Starts the goroutine that calls what is due, if anything is. False when there are too many goroutines.
    bool startFinalizers();
    /// Main has returned: a Leak event for each goroutine that could never go on (sync/leaks.h). Collects.
    void noteLeaks();
    /// Bytes of all stacks.
    uint64_t stackBytes() const { return stackBytes_; }

    // --- stepping by statements (stepping.cpp) ---

    /// Counts statements from now on.
    void watchStatements(StatementWatch watch);
    /// How many have begun, and the last of them.
    uint64_t statementsBegun() const { return statementsBegun_; }
    const BegunStatement& lastBegun() const { return lastBegun_; }
    /// The scheduler pauses when so many have begun.
    void pauseAtStatement(uint64_t count) { pauseAtStatement_ = count; }

    // --- looking at things ---

    /// Frames of a goroutine, innermost first, without wrappers and compiler-made entry code.
    std::vector<InspectedFrame> inspect(const MachineGoroutine& g, bool withLocals);
    /// The package variables of the program's own packages.
    std::vector<InspectedLocal> inspectGlobals();
    /// Up to `count` parts, from number `from` on, of the value at a path: "g3.0.2" is local 2 of frame 0 of
    /// goroutine 3 and "p4" package variable 4, as inspect() and inspectGlobals() list them; each "/k" behind
    /// it goes into part k. Empty for paths that lead nowhere.
    std::vector<InspectedLocal> inspectParts(std::string_view path, uint64_t from, uint64_t count);
    /// Go's trace of one goroutine: "goroutine 1 [running]:\nmain.main()\n\t./prog.go:7 +0x1d\n".
    std::string traceback(MachineGoroutine& g, std::string_view status);
    /// Go's traces of all goroutines of the program, the given one first (null: none running).
    std::string tracebackAll(MachineGoroutine* running);
    /// A register image of `type` as %v prints it, cut at `maxBytes`; never runs Go code. Strings inside are
    /// unquoted at
    /// the top level and quoted when `quote` is set.
    std::string formatValue(TypeId type, const Slot* image, size_t maxBytes, bool quote);
    /// The same for a flat memory image, without the insides of locks and the like: for the inspector.
    std::string formatMemory(TypeId type, const Slot* image, size_t maxBytes, bool quote);
    /// Position word of the innermost user frame of `g`, whose pc is up to date.
    uint32_t userPosition(const MachineGoroutine& g) const;
    /// Walks to the frame that called `frame`; false at the end of the stack. `panic` starts at g.panics.
    bool callerOf(const MachineGoroutine& g, FrameCursor& frame, const PanicRecord*& panic) const;
    /// The frame being executed.
    FrameCursor innermost(const MachineGoroutine& g) const;

    // --- Executor ---
    RunResult run(Goroutine& g) override;
    void reap(Goroutine& g) override;
    // --- RootSource ---
    void markRoots(Collector& collector) override;
    // --- ObjectNamer ---
    uint32_t nameOf(Slot pointer) override;
    uint32_t typeName(TypeId type) override;
    /// Text id of the variable that the result of the user's current call goes to; 0 when there is none.
    uint32_t nameOfCall();
    // --- ValueFormatter ---
    bool isPlainInteger(uint32_t type) const override;
    void format(const uint64_t* image, uint32_t type, std::string& out) override;

    // --- for instruction handlers and natives (they save pc and base in g first) ---

    /// Panics with a value; see panics.cpp for the rules. Always returns Reload or Leave.
    Flow panicValue(MachineGoroutine& g, Slot type, Slot data);
    /// Panics with runtime.errorString (text without "runtime error: ") or, when `plain`, runtime.plainError.
    Flow panicText(MachineGoroutine& g, std::string_view text, bool plain = false);
    Flow panicNil(MachineGoroutine& g);
    Flow panicIndex(MachineGoroutine& g, int64_t index, uint64_t length);
    /// panic(string).
    Flow panicString(MachineGoroutine& g, std::string_view text);
    /// panic(*runtime.TypeAssertionError) with a complete text.
    Flow panicAssertion(MachineGoroutine& g, std::string_view text);
    Flow goexit(MachineGoroutine& g);
    /// True when others may see what happens next; otherwise the executor must leave (OutOfTurn is set) and
    /// the instruction
    /// is executed again in its turn. Asked once per instruction.
    bool takeTurn(MachineGoroutine& g);
    /// Ends the program: "fatal error: text", all goroutines' traces, status 2.
    Flow fatal(MachineGoroutine& g, std::string_view text);
    /// Ends the program because a limit was reached; `text` names it.
    Flow stopAtLimit(std::string_view text);
    /// stopAtLimit for the running goroutine, in its turn.
    Flow heapExhausted(MachineGoroutine& g);
    Flow exit(int code);
    /// An allocation failed: collects and executes the instruction again, or ends the run.
    Flow outOfMemory(MachineGoroutine& g);
    Flow finishOp(MachineGoroutine& g, const OpResult& result, uint32_t nextPc);
    /// Calls `function` from the innermost frame with a window `distance` slots above its base; arguments
    /// are in place.
    Flow enter(MachineGoroutine& g, uint32_t function, uint32_t distance, uint32_t returnPc, Slot closure);
    /// Makes room for `slots` above the stack index `from`. False: stack overflow was reported (Leave).
    bool ensureStack(MachineGoroutine& g, uint64_t slots);
    RunResult leaveResult() const { return leaveResult_; }
    Flow leave(RunResult result) {
        leaveResult_ = result;
        return Flow::Leave;
    }

  private:
    // value_tree.cpp, traceback.cpp: what the inspector sees.
    std::vector<FrameCursor> shownFrames(const MachineGoroutine& g) const;
    std::vector<LocalPlace> localsOf(const MachineGoroutine& g, const FrameCursor& frame);
    bool placeOfRoot(std::string_view& path, ValuePlace& place);

    friend struct Ops;
    friend struct Quick;
    friend class NativeCall;

    struct GoroutineNames {
        uint32_t function = 0;
        uint32_t name = 0;
        uint32_t owner = 0;  ///< The function these are for: an interface or func value may start others.
    };

    struct LeakMarks;

    /// Why the plain loop was left; the goroutine that it is about is scheduler_.current().
    enum class PlainEnd : uint8_t {
        Other,      ///< The instruction at g.pc needs more than registers and memory.
        OutOfFuel,  ///< g.pc is behind the last instruction executed.
        Switched,   ///< The turn of another goroutine has begun, which has something to do before it goes on.
        Over,       ///< The turn is over, and there is no next one (Scheduler::nextTurn).
    };
    RunResult interpret(MachineGoroutine& g);
    /// Begins a turn of `g`. False: return leaveResult_ from run().
    bool resume(MachineGoroutine& g);
    /// Executes instructions of `g`, and of those whose turns come next.
    PlainEnd runPlain(MachineGoroutine& g);
    static PlainEnd plainLoop(Machine& machine, MachineGoroutine& g);
    bool isWatched(const MachineGoroutine& g) const {
        return g.number == watch_.goroutine || watch_.goroutine == kEverybody;
    }
    /// interpret() for a goroutine that is watched: looks before each instruction where it stands.
    RunResult interpretWatched(MachineGoroutine& g);
    /// Whether `g`, which nobody has looked at before, is about to execute the first statement of a function.
    bool isFirstStatement(const MachineGoroutine& g, uint32_t line) const;
    /// Whether `g` begins a statement of the program's own code with the instruction at its pc.
    bool beginsStatement(const MachineGoroutine& g);
    /// Counts it, when it is to be counted; true when the run is to pause there.
    bool countStatement(const MachineGoroutine& g);
    /// plainLoop. Called by its address, because wasm-opt would inline a function with one caller, and the
    /// loop would lose the machine registers that it is separate for.
    PlainEnd (*const plainLoop_)(Machine&, MachineGoroutine&);
    /// Executes the one instruction at g.pc, whatever it is. False: return leaveResult_ from run().
    bool runOther(MachineGoroutine& g);
    /// The same for Send, Recv and Recv2.
    bool runChannel(MachineGoroutine& g, Instr in);
    /// Before an operation that others can see: false when it is not this processor's turn (OutOfTurn is
    /// set). Charges `cost` instructions for it.
    bool beginOperation(MachineGoroutine& g, int64_t cost);
    void markGoroutine(Collector& collector, const MachineGoroutine& g);
    // finalizers.cpp
    void findUnreachable();
    /// Marks what the goroutine can still use: finer than markGoroutine, which decides what is freed.
    void markLive(Liveness& liveness, const MachineGoroutine& g);

    // stacks.cpp
    MachineGoroutine* newGoroutine();
    void freeGoroutine(MachineGoroutine* g);
    bool growStack(MachineGoroutine& g, uint64_t slots);
    DeferRecord* newDefer(uint32_t argCount);
    void freeDefer(DeferRecord* record);
    PanicRecord* newPanic();
    void freePanic(PanicRecord* record);
    /// Starts a goroutine that runs `function`; null when a limit was reached (the run is finished then).
    MachineGoroutine* launch(uint32_t function, Slot closure, const Slot* args, uint32_t argCount,
                             uint32_t creatorPc, uint32_t parent, uint32_t pos, uint32_t site);

    // panics.cpp
    Flow startPanic(MachineGoroutine& g, PanicRecord* record);
    Flow continuePanic(MachineGoroutine& g);
    Flow recoverFrame(MachineGoroutine& g);
    Flow unrecovered(MachineGoroutine& g);
    Flow callPanicText(MachineGoroutine& g, PanicRecord* record, uint32_t function);
    void die(MachineGoroutine& g);
    void setRuntimeError(PanicRecord& record, std::string_view text, bool plain);
    void printPanics(const PanicRecord* record, std::string& out);
    void appendPanicValue(const PanicRecord& record, std::string& out);
    Flow stackOverflow(MachineGoroutine& g);
    Flow runDeferred(MachineGoroutine& g, DeferRecord* record, uint32_t distance, uint32_t returnPc);
    Flow stub(MachineGoroutine& g, uint32_t pc);

    // natives.cpp
    Flow callNative(MachineGoroutine& g, uint32_t native, uint32_t window);
    Flow startCallback(MachineGoroutine& g, NativeCall& call, uint32_t window, const NativeInfo& info);
    Flow returnToNative(MachineGoroutine& g);

    void prepareHeap();
    uint32_t methodFunction(TypeId type, uint32_t method);
    GoroutineNames goroutineNames(uint32_t function, uint32_t site);
    void appendFrames(MachineGoroutine& g, std::string& out);

    const Image& image_;
    Scheduler& scheduler_;
    Limits limits_;
    Heap heap_;
    Collector collector_;
    Finalizers finalizers_;
    SyncRuntime sync_;
    MapWriters mapWriters_;
    Library* library_ = nullptr;
    std::vector<RootSource*> roots_;
    std::vector<std::string> arguments_;
    std::string output_[3];
    std::vector<size_t> outputSwitches_;
    uint64_t outputBytes_ = 0;
    RunResult leaveResult_ = RunResult::Budget;
    bool deadlockReported_ = false;
    // See stepping.cpp.
    StatementWatch watch_;
    struct Standing {
        uint32_t line = 0;
        uint32_t base = 0;
        bool known = false;
        uint64_t from = 0;   ///< events after its last operation that made some
        uint64_t begun = 0;  ///< statements since then, while they are counted
    };
    std::vector<Standing> standings_;  ///< By goroutine number: where those who are watched were seen last.
    uint64_t statementsBegun_ = 0;
    uint64_t pauseAtStatement_ = UINT64_MAX;
    BegunStatement lastBegun_;
    bool inTurn_ = false;  ///< takeTurn has been granted for the instruction being executed.

    ObjectRef globals_ = 0;
    ObjectRef literals_ = 0;
    std::vector<Slot> literalBoxes_;         ///< By string constant: boxes made so far (permanent).
    std::vector<Slot> closures_;             ///< By function: permanent closures made so far.
    std::vector<uint32_t> typeNames_;        ///< By type: text ids made so far.
    std::vector<GoroutineNames> siteNames_;  ///< By site of the go statement.
    std::string printBuffer_;                ///< What print and println have gathered for one statement.

    struct MethodCacheEntry {
        uint32_t type = 0;
        uint32_t method = 0;
        uint32_t function = 0;
    };
    static constexpr uint32_t kMethodCacheSize = 1024;
    std::vector<MethodCacheEntry> methodCache_;

    std::vector<MachineGoroutine*> freeGoroutines_;
    std::vector<MachineGoroutine*> chunks_;  ///< Allocation units of kGoroutineChunk goroutines.
    std::vector<Slot*> freeStacks_;          ///< Of kInitialStackSlots.
    std::vector<DeferRecord*> freeDefers_;
    std::vector<PanicRecord*> freePanics_;
    uint64_t stackBytes_ = 0;
    uint64_t deferCount_ = 0;            ///< Deferred calls waiting, of all goroutines.
    uint64_t lastFailure_ = UINT64_MAX;  ///< heap allocations at the last failed one
};

}  // namespace sluice
