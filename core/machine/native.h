#pragma once

// How functions written in C++ are called by Go programs.
//
// Invariants:
// - A native sees the same window as a Go callee: result slots first, then receiver and parameters, every
//   value in its register image (layout.h). Result slots are zero when the native starts.
// - The collector does not run while a native runs: Slots in local variables are safe. Raw pointers and
//   string_views into the heap are valid until the next allocation only (the arena may move).
// - A native must not run for long or in proportion to a number the user chose without having allocated
//   that much: it should charge(units) for big loops.
// - All state a native needs after blocking or calling back is in its window, in `state`, or in the
//   goroutine.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "heap/heap.h"
#include "heap/strings.h"

namespace sluice {

class Machine;
class NativeCall;
struct MachineGoroutine;
struct OpResult;
enum class Flow : uint8_t;

/// What a native tells the machine when it returns.
enum class NativeStatus : uint8_t {
    Done,     ///< Results are in the window; go on.
    Blocked,  ///< The goroutine was parked; whoever readies it has written the results. Go on behind the call
              ///< then.
    Retry,    ///< The goroutine was parked or yielded; call the native again with the same window and
              ///< call.state().
    Yield,    ///< As Done, but other goroutines go first (runtime.Gosched): the goroutine was made runnable
              ///< already or the machine does it.
    CallBack,  ///< Run the Go function prepared by call.callFunction / callMethod, then call this native
               ///< again.
    Panic,     ///< A panic was prepared by call.panic…(): unwind.
    Goexit,    ///< runtime.Goexit: run deferred calls and end the goroutine.
    Fatal,     ///< call.fatal() was called: the program ends with Go's `fatal error: …` and status 2.
    Exit,      ///< call.exit() was called: the program ends with that status.
};

/// The type of every native.
using NativeFunction = NativeStatus (*)(NativeCall& call);

/// Natives that the plain loop carries out itself when nobody waits and nobody is woken
/// (machine/quick_operations.h).
enum class QuickNative : uint8_t { None, MutexLock, MutexUnlock };

/// One row of the table the session passes to the machine. `name` is the qualified name: "time.Sleep",
/// "sync.(*Mutex).Lock", "strings.Index"; type arguments are left out.
struct NativeEntry {
    std::string_view name;
    NativeFunction function;
    /// True when nobody else can see what it does (math, strings …): it may then run ahead of the
    /// processor's turn.
    bool pure = false;
    QuickNative quick = QuickNative::None;
};

/// Where a native is called from, as runtime.Caller tells it.
struct CallerPosition {
    std::string function;  ///< "main.worker", "main.main.func1"
    std::string file;      ///< "./prog.go" for the user's file.
    uint32_t line = 0;
    uint32_t column = 0;
    bool known = false;
};

class NativeCall {
  public:
    NativeCall(Machine& machine, MachineGoroutine& goroutine, Slot* window, uint32_t native,
               uint32_t resultSlots)
        : machine_(machine),
          goroutine_(goroutine),
          window_(window),
          native_(native),
          resultSlots_(resultSlots) {}
    NativeCall(const NativeCall&) = delete;
    NativeCall& operator=(const NativeCall&) = delete;

    Machine& machine() { return machine_; }
    MachineGoroutine& goroutine() { return goroutine_; }
    Heap& heap();

    // --- arguments: `slot` counts from the first slot of the receiver or first parameter ---

    Slot& arg(uint32_t slot) { return window_[resultSlots_ + slot]; }
    int64_t getInt(uint32_t slot) { return static_cast<int64_t>(arg(slot)); }
    uint64_t getUint(uint32_t slot) { return arg(slot); }
    bool getBool(uint32_t slot) { return arg(slot) != 0; }
    double getFloat(uint32_t slot) { return slotToDouble(arg(slot)); }
    /// A string argument (2 slots). Valid until the next allocation.
    std::string_view getString(uint32_t slot) { return heap().view(arg(slot), arg(slot + 1)); }
    GoString getGoString(uint32_t slot) { return {arg(slot), arg(slot + 1)}; }
    GoSlice getSlice(uint32_t slot) { return {arg(slot), arg(slot + 1), arg(slot + 2)}; }
    /// The bytes of a []byte argument (3 slots). Valid until the next allocation.
    std::string_view getBytes(uint32_t slot) { return heap().view(arg(slot), arg(slot + 1)); }
    /// A pointer argument as raw slots, null for nil. Valid until the next allocation.
    Slot* getPointer(uint32_t slot) { return arg(slot) == 0 ? nullptr : heap().slotAt(arg(slot)); }
    /// Element `index` of a slice whose elements take `slotsPerElement` slots. Valid until the next
    /// allocation.
    Slot* sliceElement(const GoSlice& slice, uint64_t index, uint32_t slotsPerElement) {
        return heap().slotAt(slice.pointer) + index * slotsPerElement;
    }

    // --- results: `slot` counts from the first result slot ---

    Slot& result(uint32_t slot) { return window_[slot]; }
    uint32_t resultSlots() const { return resultSlots_; }
    void setInt(uint32_t slot, int64_t value) { result(slot) = static_cast<Slot>(value); }
    void setBool(uint32_t slot, bool value) { result(slot) = value ? 1 : 0; }
    void setFloat(uint32_t slot, double value) { result(slot) = slotFromDouble(value); }
    /// Copies `text` into the heap (it may lie there already). Out of memory is noticed by the machine
    /// afterwards.
    void setString(uint32_t slot, std::string_view text);
    void setGoString(uint32_t slot, GoString text) {
        result(slot) = text.pointer;
        result(slot + 1) = text.length;
    }
    /// A []byte result with a copy of `bytes`.
    void setBytes(uint32_t slot, std::string_view bytes);
    void setSlice(uint32_t slot, GoSlice slice);
    /// An interface result.
    void setInterface(uint32_t slot, TypeId type, Slot data) {
        result(slot) = type;
        result(slot + 1) = data;
    }
    /// An error result made of plain text (an *errors.errorString); "" sets nil.
    void setError(uint32_t slot, std::string_view text);

    // --- types ---

    /// RTypes of results, receiver and parameters, in this order, as instantiated for this call.
    const std::vector<TypeId>& slotTypes() const;
    /// Type arguments of a generic native, in order.
    const std::vector<TypeId>& typeArguments() const;
    const TypeTable& types() const;
    /// Boxes a register image of `type` for use as an interface's data word (copies; allocates for boxed
    /// types).
    Slot box(TypeId type, const Slot* image);

    // --- panics and endings: set up, then `return call.panicX(...)` ---

    /// panic with a runtime.Error: message without the "runtime error: " prefix, e.g. "index out of range
    /// [5] with length 3".
    NativeStatus panicRuntime(std::string_view message);
    /// panic with a runtime.Error whose text is just `message` ("send on closed channel").
    NativeStatus panicPlain(std::string_view message);
    /// panic(string), as package sync does ("sync: negative WaitGroup counter").
    NativeStatus panicString(std::string_view message);
    /// panic with any Go value.
    NativeStatus panicValue(TypeId type, Slot data);
    /// A nil pointer was dereferenced.
    NativeStatus panicNil();
    /// `fatal error: <message>`: not recoverable ("sync: unlock of unlocked mutex", "all goroutines are
    /// asleep - deadlock!").
    NativeStatus fatal(std::string_view message);
    /// os.Exit(code).
    NativeStatus exit(int code);

    // --- calling Go functions ---

    /// Prepares a call of func value `closure` (one pointer slot) with the given argument slots (register
    /// images one after
    /// the other). After it returns, this native is entered again with state() == `state`; calleeResult(i)
    /// reads its
    /// result slots. Return the value this returns. A nil func value panics as Go does.
    NativeStatus callFunction(Slot closure, const Slot* args, uint32_t argSlots, uint32_t resultSlots,
                              uint32_t state);
    /// The same for a method of a dynamic value: `method` is a function index from RMethod; the receiver is
    /// the data word.
    NativeStatus callMethod(uint32_t function, Slot data, const Slot* args, uint32_t argSlots,
                            uint32_t resultSlots, uint32_t state);
    /// 0 on the first entry; afterwards the number given to callFunction or retry().
    uint32_t state() const { return state_; }
    Slot calleeResult(uint32_t slot) const { return calleeResults_[slot]; }
    /// For natives that parked the goroutine and want to be entered again when it is readied.
    NativeStatus retry(uint32_t state) {
        nextState_ = state;
        return NativeStatus::Retry;
    }
    /// Finds a method by name in the method set of a dynamic type: function index or kNoFunction.
    uint32_t findMethod(TypeId type, std::string_view name) const;

    // --- surroundings ---

    /// Counts `units` simple steps of work against time and the instruction limit.
    void charge(uint64_t units);
    /// Appends to the program's output: stream 1 = stdout, 2 = stderr.
    void write(int stream, std::string_view text);
    /// The caller `skip` frames up (0 = the function that called the native).
    CallerPosition caller(uint32_t skip);
    /// Position word (line << 12 | column) of the innermost frame in the user's file, for events.
    uint32_t position();
    /// Where result slot `slot` is: stays valid while the goroutine is parked, so a waker may write through
    /// it.
    Slot* resultPointer(uint32_t slot) { return window_ + slot; }
    /// Turns what an operation of core/sync did into what a native returns.
    NativeStatus finish(const OpResult& result);

  private:
    friend class Machine;

    struct Callee {
        uint32_t function = 0;
        Slot closure = 0;
        Slot data = 0;
        bool hasData = false;
        uint32_t resultSlots = 0;
        std::vector<Slot> args;
    };

    Machine& machine_;
    MachineGoroutine& goroutine_;
    Slot* window_;
    const Slot* calleeResults_ = nullptr;
    uint32_t native_;
    uint32_t resultSlots_;
    uint32_t state_ = 0;
    uint32_t nextState_ = 0;
    Callee callee_;
    Flow pendingFlow_{};
};

}  // namespace sluice
