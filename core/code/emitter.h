#pragma once
// Building the code of one function: registers, labels, positions, and the final numbering.
//
// Invariants:
// - While code is built, registers are virtual: numbers below fixedCount() are results and parameters and
// stay; the
//   others are handed out in blocks (one block holds one value, with one kind for each slot) and are
//   renumbered by finish() so that blocks with pointers come first. Numbers from kWindow on are the call
//   window.
// - A block freed is reused for values with the same kinds only, so a register has one kind for ever.
// - After an instruction that does not go on (Jmp, Ret, Panic) nothing is emitted until a label is bound.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "code/program.h"

namespace sluice {

/// A virtual register number.
using Reg = uint32_t;
constexpr Reg kNoReg = 0xFFFFFFFFu;
/// First register of the call window: callee register i is kWindow + kFrameLinkSlots + i.
constexpr Reg kWindow = 0x40000000u;

/// Slot kinds of a value as text, one character per slot: s scalar, p pointer, i interface type word, d its
/// data word.
using KindPattern = std::string;

/// A place in the code, perhaps not known yet.
struct JumpLabel {
    int64_t pc = -1;
    std::vector<uint32_t> uses;  ///< Instructions that jump here.
    bool isBound() const { return pc >= 0; }
};

class Emitter {
public:
    /// `fixedKinds`: kinds of results and parameters. With `longJumps` fused compare-and-jump instructions
    /// reach any distance.
    Emitter(const KindPattern& resultKinds, const KindPattern& paramKinds, bool longJumps);

    // ---- registers
    uint32_t fixedCount() const { return fixedCount_; }
    /// A block for a value with these kinds; kNoReg + 0 slots give a harmless number.
    Reg allocate(const KindPattern& kinds);
    /// Gives a block back (its first register).
    void release(Reg first);
    /// Marks: releases every temporary allocated since `mark` that has not been released or kept.
    uint32_t temporaryMark() const { return static_cast<uint32_t>(temporaries_.size()); }
    Reg temporary(const KindPattern& kinds);
    void releaseTemporaries(uint32_t mark);
    /// Slots of a call window used by this function so far are at least `slots` (links included).
    void needWindow(uint32_t slots);

    // ---- instructions
    void emit(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0);
    void emitWide(Op op, uint32_t a, int32_t bc, uint32_t d = 0);
    void ext(uint32_t a, uint32_t b, uint32_t c);
    void extWide(uint32_t a, int32_t bc);
    /// MapNext's ext word: a jump to `label`.
    void extJump(JumpLabel& label);
    void move(Reg to, Reg from, uint32_t slots);
    void zero(Reg to, uint32_t slots);
    void loadInt(Reg to, int64_t value);

    // ---- jumps
    /// Soon: all jumps but those of a loop around the code that follows have been emitted, so code after a
    /// label that nothing reaches is dead. Later: any code may still jump here (goto).
    enum class LabelUse : uint8_t { Soon, Later };
    void bind(JumpLabel& label, LabelUse use = LabelUse::Soon);
    void jump(JumpLabel& label);
    /// Jt or Jf.
    void jumpIf(bool when, Reg condition, JumpLabel& label);
    /// One of the fused compare-and-jump instructions (forward name, e.g. JLt); must not be bound unless the
    /// op has a backward form.
    void jumpCompare(Op op, uint32_t a, uint32_t b, JumpLabel& label);
    static bool hasBackwardForm(Op op);
    bool reachable() const { return reachable_; }
    void setUnreachable() { reachable_ = false; }
    uint32_t pc() const { return static_cast<uint32_t>(code_.size()); }

    /// A register that holds `value` from the start of the function on; kNoReg when there are enough of
    /// these. The load is put at the place marked by markPrologue().
    Reg constantRegister(Slot value, int32_t constantIndex);
    void markPrologue() { prologue_ = pc(); }

    // ---- positions and locals
    void setPos(Pos pos) {
        pos_ = pos;
        isUnsignedIndex_ = false;
    }
    /// Whether the indices checked from here to the next position are unsigned numbers of 64 bits.
    void setUnsignedIndex(bool isUnsigned) { isUnsignedIndex_ = isUnsigned; }
    Pos pos() const { return pos_; }
    /// The next instruction begins a statement at `pos`.
    void beginStatement(Pos pos);
    void addLocal(const LocalVariable& local) { locals_.push_back(local); }
    std::vector<LocalVariable>& locals() { return locals_; }
    std::vector<SelectTable>& selects() { return selects_; }

    // ---- the end
    enum class Outcome : uint8_t { Ok, NeedsLongJumps, TooManyRegisters, TooLong };
    /// Renumbers registers and fills code, kinds, counts, positions, locals and `selects` (tables are
    /// appended).
    /// function.recoverPc counts as the code was emitted and is corrected.
    Outcome finish(Function& function, std::vector<SelectTable>& selects);

private:
    struct Word {
        Op op;
        uint8_t d;
        bool isExt;
        uint32_t a, b, c;  ///< Wide: b holds all 32 bits.
    };
    struct Block {
        Reg first;
        KindPattern kinds;
    };

    Reg allocateFresh(const KindPattern& kinds);
    void insertPrologue();
    void push(Op op, bool isExt, uint32_t a, uint32_t b, uint32_t c, uint32_t d);
    void use(JumpLabel& label, uint32_t at);
    bool setTarget(Word& word, std::string_view operands, int64_t offset);
    void numberBlocks(Function& function, std::vector<uint32_t>& map) const;
    bool encode(Function& function, const std::vector<uint32_t>& map, uint32_t selectBase) const;

    std::vector<Word> code_;
    std::vector<Block> blocks_;
    std::vector<uint32_t> blockOf_;  ///< Register - fixedCount_ → index into blocks_.
    std::map<KindPattern, std::vector<Reg>> free_;
    std::vector<Reg> temporaries_;
    struct ConstantRegister {
        Slot value;
        int32_t index;
        Reg reg;
    };
    std::vector<ConstantRegister> constants_;
    uint32_t prologue_ = 0;
    std::vector<PcPosition> positions_;
    std::vector<LocalVariable> locals_;
    std::vector<SelectTable> selects_;
    KindPattern fixedKinds_;
    uint32_t fixedCount_;
    uint32_t windowSlots_ = 0;
    Pos pos_;
    bool isUnsignedIndex_ = false;
    bool statementPending_ = false;
    bool reachable_ = true;
    bool longJumps_;
    bool jumpTooFar_ = false;
};

}  // namespace sluice
