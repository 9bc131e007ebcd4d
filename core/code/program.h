#pragma once
// A compiled program: everything a run needs, as plain data without pointers into syntax trees or types.
//
// Invariants: functions[0] and sites[0] are dummies (0 = "none"); indices are stable once the compiler has
// returned; nothing here changes while a program runs.

#include <cstdint>
#include <string>
#include <vector>

#include "code/instruction.h"
#include "heap/rtype.h"
#include "source/position.h"

namespace sluice {

// Limits, each with a diagnostic of the compiler.
constexpr uint32_t kMaxFrameRegisters = 60000;    ///< Register numbers are 16 bits; calls need room above.
constexpr uint32_t kMaxFunctionWords = 1u << 22;  ///< Keeps jump offsets far inside 32 bits.
constexpr uint32_t kMaxRTypes = 65535;            ///< Type operands are 16 bits.
constexpr uint32_t kMaxMethods = 65535;           ///< Method operands are 16 bits.
constexpr uint32_t kMaxFunctions = 1u << 20;      ///< Guards against endless instantiation.
constexpr uint32_t kMaxTypeSlots = 1u << 24;      ///< 128 MiB: the largest type image.
constexpr uint32_t kMaxGlobalSlots = 1u << 25;    ///< Slots of all package variables together.

/// From instruction `pc` on (until the next entry) code belongs to `pos`; `isStatement` marks where a
/// statement begins, so that a debugger can step by statement.
struct PcPosition {
    uint32_t pc = 0;
    Pos pos;
    bool isStatement = false;
    bool isUnsignedIndex = false;  ///< An index that fails a bounds check here is shown as unsigned number.
};

/// Where the inspector finds a local variable while pc is in [firstPc, endPc).
struct LocalVariable {
    std::string name;
    TypeId type = 0;
    /// Register: the image starts in `reg`. Cell: `reg` holds a pointer to the variable's heap cell.
    bool isCell = false;
    bool isParameter = false;
    bool isResult = false;
    uint32_t reg = 0;
    uint32_t firstPc = 0;
    uint32_t endPc = 0;
    Pos pos;
};

/// Value of Function::recoverPc without deferred calls.
constexpr uint32_t kNoPc = 0xFFFFFFFFu;

/// What a closure holds of a variable from outside; a method value holds its receiver.
struct CapturedVariable {
    std::string name;
    TypeId type = 0;
    bool isCell = false;  ///< The slot holds a pointer to its heap cell, else its registers' image.
    uint32_t slot = 0;    ///< Of the closure object, whose slot 0 is the function's number.
};

/// One function, method instance, closure body or wrapper.
struct Function {
    /// As Go prints it in traces: "main.worker", "main.main.func1", "main.(*Pool).Start", "main.Map[...]".
    std::string name;
    std::string goroutineName;  ///< Of goroutines that run it, from a //sluice:name line; else empty.
    std::vector<Instr> code;
    /// Registers of the frame proper: [0, registerCount). Call windows start at registerCount.
    uint32_t registerCount = 0;
    /// Registers above registerCount the largest window takes: kFrameLinkSlots + results + parameters.
    uint32_t windowCount = 0;
    /// Kind of each register of [0, registerCount), for the collector.
    std::vector<SlotKind> kinds;
    uint32_t resultSlots = 0;  ///< Registers [0, resultSlots).
    uint32_t paramSlots = 0;   ///< Registers [resultSlots, resultSlots + paramSlots), receiver first.
    /// On entry zero registers [0, resultSlots) and [zeroFirst, zeroFirst + zeroCount); all others are
    /// scalars that the code initialises, or parameters.
    uint32_t zeroFirst = 0;
    uint32_t zeroCount = 0;
    /// What the inspector shows of a closure object of this function; not filled for library code.
    std::vector<CapturedVariable> captures;
    LayoutId closureLayout =
        kLayoutEmpty;                   ///< Layout of the closure object: function number, then the captures.
    TypeId signature = 0;               ///< RType of the func type without receiver; 0 for wrappers.
    std::vector<PcPosition> positions;  ///< Sorted by pc.
    std::vector<LocalVariable> locals;
    /// Where to go on after a deferred call has recovered a panic of this frame: code that runs the deferred
    /// calls that are left and returns the results. kNoPc when the function defers nothing.
    uint32_t recoverPc = kNoPc;
    bool hasDefer = false;
    bool isLibrary = false;  ///< From an embedded package: its frames' positions are not the user's.
    /// Compiler-made (method value, promoted method, interface receiver): not in traces; recover() in its
    /// callee behaves as if the callee had been called directly.
    bool isWrapper = false;
    Pos pos;               ///< Of the declaration (the func keyword or name); none for wrappers.
    uint32_t package = 0;  ///< Index into Program::packages.
};

/// One case of a select statement. Registers are those of the function that holds the Select instruction.
struct SelectCase {
    bool isSend = false;
    uint32_t channel = 0;  ///< Register with the channel.
    uint32_t value = 0;    ///< Send: first register of the value. Receive: where the value goes.
    uint32_t ok = kNoPc;   ///< Receive: register for "was sent", or kNoPc.
    uint32_t slots = 0;    ///< Slots of the value (register image).
    Pos pos;
};
struct SelectTable {
    std::vector<SelectCase> cases;
    bool hasDefault = false;
    uint32_t function = 0;
};

/// Where something is made: gives channels, wait groups, goroutines … their names.
struct Site {
    Pos pos;
    /// Name of the variable or field it is made for: "jobs", "p.results"; a goroutine's name from
    /// //sluice:name or the callee's ("worker", "main.func1"). May be empty.
    std::string name;
    TypeId type = 0;
};

/// A package variable.
struct GlobalVariable {
    std::string name;  ///< "main.counter"
    TypeId type = 0;
    uint32_t slot = 0;  ///< First slot in the object of globals.
    Pos pos;
    bool isLibrary = false;
};

/// A function written in C++: called through CallN or through a wrapper function.
struct NativeInfo {
    /// Qualified name: import path, receiver, name: "time.Sleep", "sync.(*Mutex).Lock",
    /// "sync/atomic.(*Pointer).Load".
    std::string name;
    uint32_t resultSlots = 0;
    uint32_t paramSlots = 0;
    /// Kinds of the window's slots: results, receiver, parameters. For the collector while the native is
    /// parked.
    std::vector<SlotKind> kinds;
    /// RTypes of results, receiver and parameters, in this order, type arguments put in.
    std::vector<TypeId> types;
    /// Type arguments of the function or of the receiver's type: T of sync/atomic.(*Pointer[T]).Load.
    std::vector<TypeId> typeArguments;
};

/// Something declared with //sluice:watch.
struct WatchInfo {
    std::string name;  ///< "counter", "pool.state"
    TypeId type = 0;
    Pos pos;
};

/// Types the machine and natives make values of. Always in the table, except library types whose package
/// lacks them (0).
struct WellKnownTypes {
    TypeId boolType = 0, intType = 0, int64Type = 0, uint8Type = 0, int32Type = 0, float64Type = 0,
           stringType = 0;
    TypeId bytesType = 0;           ///< []byte
    TypeId anyType = 0;             ///< interface{}
    TypeId errorType = 0;           ///< error
    TypeId runtimeErrorString = 0;  ///< runtime.errorString, a string type with Error and RuntimeError
    TypeId runtimePlainError =
        0;  ///< runtime.plainError, a string type with Error and RuntimeError (no prefix)
    TypeId runtimeBoundsError = 0;  ///< runtime.boundsError
    TypeId typeAssertionError = 0;  ///< *runtime.TypeAssertionError
    TypeId panicNilError = 0;       ///< *runtime.PanicNilError
    TypeId errorsErrorString = 0;   ///< *errors.errorString
};

struct Program {
    std::vector<Function> functions;   ///< [0] is a dummy.
    std::vector<Slot> constants;       ///< For LoadK.
    std::vector<std::string> strings;  ///< For LoadStr and LoadStrBox.
    TypeTable types;                   ///< Finished (finishTypes has run).
    std::vector<std::string>
        methodNames;  ///< By method number; unexported ones as "pkg.name". [0] is a dummy.
    std::vector<SelectTable> selects;
    std::vector<Site> sites;  ///< [0] is a dummy.
    std::vector<NativeInfo> natives;
    std::vector<GlobalVariable> globals;    ///< In order of slots.
    std::vector<SlotKind> globalKinds;      ///< One kind for each slot of the object of globals.
    LayoutId globalsLayout = kLayoutEmpty;  ///< Layout with globalKinds.
    std::vector<WatchInfo> watches;
    std::vector<std::string> packages;  ///< Import paths, in the order of first use.
    uint32_t entryFunction = 0;  ///< Initialises all packages, then calls main.main. Named "runtime.main".
    uint32_t mainFunction = 0;   ///< main.main
    WellKnownTypes known;
    uint32_t errorMethod = 0;   ///< Method number of Error.
    uint32_t stringMethod = 0;  ///< Method number of String.

    /// Number of the RType that %T prints as `name`, or 0. Linear; for natives that look types up once.
    TypeId findType(const std::string& name) const;
};

/// The position that belongs to `pc`: the last entry at or before it.
Pos positionAt(const Function& function, uint32_t pc);
/// The entry of Function::positions that covers pc, or null.
const PcPosition* positionEntryAt(const Function& function, uint32_t pc);

}  // namespace sluice
