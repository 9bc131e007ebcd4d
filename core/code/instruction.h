#pragma once
// The instruction word and what the table instructions.def says about it.

#include <cstdint>
#include <string_view>

namespace sluice {

/// All instructions. Numbers are for ever; see instructions.def for the contract of each.
enum class Op : uint8_t {
#define INSTR(number, name, operands, ext, contract) name = number,
#include "code/instructions.def"
#undef INSTR
};

/// Number of instructions in the table.
constexpr uint32_t kOpCount = 0
#define INSTR(number, name, operands, ext, contract) +1
#include "code/instructions.def"
#undef INSTR
    ;

/// Registers between a call's window register and the callee's register 0: return address and function, saved
/// base, closure and deferred calls.
constexpr uint32_t kFrameLinkSlots = 3;

/// One word of code.
struct Instr {
    Op op = Op::Nop;
    uint8_t d = 0;
    uint16_t a = 0;
    uint16_t b = 0;
    uint16_t c = 0;

    /// b and c as one signed number; b is the low half.
    constexpr int32_t bc() const { return static_cast<int32_t>(b | (static_cast<uint32_t>(c) << 16)); }
    constexpr int16_t sb() const { return static_cast<int16_t>(b); }
    constexpr int16_t sc() const { return static_cast<int16_t>(c); }

    static constexpr Instr abc(Op op, uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
        return {op, static_cast<uint8_t>(d), static_cast<uint16_t>(a), static_cast<uint16_t>(b),
                static_cast<uint16_t>(c)};
    }
    static constexpr Instr wide(Op op, uint32_t a, int32_t bc, uint32_t d = 0) {
        const uint32_t bits = static_cast<uint32_t>(bc);
        return {op, static_cast<uint8_t>(d), static_cast<uint16_t>(a), static_cast<uint16_t>(bits),
                static_cast<uint16_t>(bits >> 16)};
    }
};
static_assert(sizeof(Instr) == 8);

/// One row of the table.
struct OpInfo {
    std::string_view name;
    /// Four characters each for d, a, b, c; see instructions.def. `ext` is empty when there is no second
    /// word.
    std::string_view operands;
    std::string_view ext;
    std::string_view contract;

    bool hasExt() const { return !ext.empty(); }
};

/// The row of `op`, which must be in the table.
const OpInfo& opInfo(Op op);

/// Which run-time error PanicRt raises. Numbers are for ever.
enum class RuntimePanic : uint8_t {
    NilDereference,      ///< invalid memory address or nil pointer dereference
    RangeFuncContinued,  ///< range function continued iteration after function for loop body returned false
    RangeFuncAfterExit,  ///< range function continued iteration after whole loop exit
    RangeFuncBodyPanicked,  ///< range function continued iteration after loop body panic
    RangeFuncMissedPanic,   ///< range function recovered a loop body panic and did not resume panicking
    DivideByZero,           ///< integer divide by zero
    NegativeShift,          ///< negative shift amount
    WrapperNilReceiver,     ///< value method called using nil pointer (T and method: the running function's
                            ///< name)
};

/// What Print writes. Numbers are for ever.
enum class PrintKind : uint8_t { Bool, Int, Uint, Float, String, Pointer, Interface, Slice, Space, Newline };

}  // namespace sluice
