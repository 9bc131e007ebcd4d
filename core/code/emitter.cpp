#include "code/emitter.h"

#include <algorithm>

#include "base/assert.h"

namespace sluice {
namespace {

bool isWide(std::string_view operands) {
    return operands[2] == operands[3] && operands[2] >= 'A' && operands[2] <= 'Z';
}

/// The backward form of a forward jump, or Nop.
Op backwardForm(Op op) {
    switch (op) {
        case Op::Jmp: return Op::JmpB;
        case Op::Jt: return Op::JtB;
        case Op::Jf: return Op::JfB;
        case Op::JEq: return Op::JEqB;
        case Op::JNe: return Op::JNeB;
        case Op::JLt: return Op::JLtB;
        case Op::JLe: return Op::JLeB;
        case Op::JLtU: return Op::JLtUB;
        case Op::JLeU: return Op::JLeUB;
        case Op::JEqI: return Op::JEqIB;
        case Op::JNeI: return Op::JNeIB;
        case Op::JLtI: return Op::JLtIB;
        case Op::JLeI: return Op::JLeIB;
        case Op::JGtI: return Op::JGtIB;
        case Op::JGeI: return Op::JGeIB;
        default: return Op::Nop;
    }
}

SlotKind kindOf(char c) {
    switch (c) {
        case 'p': return SlotKind::Pointer;
        case 'i': return SlotKind::Interface;
        case 'd': return SlotKind::InterfaceData;
        default: return SlotKind::Scalar;
    }
}

}  // namespace

Emitter::Emitter(const KindPattern& resultKinds, const KindPattern& paramKinds, bool longJumps)
    : fixedKinds_(resultKinds + paramKinds),
      fixedCount_(static_cast<uint32_t>(fixedKinds_.size())),
      longJumps_(longJumps) {}

// ---- registers

Reg Emitter::allocate(const KindPattern& kinds) {
    if (kinds.empty()) return fixedCount_;
    auto found = free_.find(kinds);
    if (found != free_.end() && !found->second.empty()) {
        const Reg first = found->second.back();
        found->second.pop_back();
        return first;
    }
    return allocateFresh(kinds);
}

Reg Emitter::allocateFresh(const KindPattern& kinds) {
    const Reg first = fixedCount_ + static_cast<uint32_t>(blockOf_.size());
    blockOf_.insert(blockOf_.end(), kinds.size(), static_cast<uint32_t>(blocks_.size()));
    blocks_.push_back({first, kinds});
    return first;
}

void Emitter::release(Reg first) {
    if (first < fixedCount_ || first >= fixedCount_ + blockOf_.size()) return;
    const Block& block = blocks_[blockOf_[first - fixedCount_]];
    SLUICE_ASSERT(block.first == first);
    free_[block.kinds].push_back(first);
}

Reg Emitter::temporary(const KindPattern& kinds) {
    const Reg first = allocate(kinds);
    if (!kinds.empty()) temporaries_.push_back(first);
    return first;
}

void Emitter::releaseTemporaries(uint32_t mark) {
    SLUICE_ASSERT(mark <= temporaries_.size());
    while (temporaries_.size() > mark) {
        release(temporaries_.back());
        temporaries_.pop_back();
    }
}

void Emitter::needWindow(uint32_t slots) {
    windowSlots_ = std::max(windowSlots_, slots);
}

// ---- instructions

void Emitter::push(Op op, bool isExt, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    if (!reachable_) return;
    SLUICE_ASSERT(d <= 255);
    const bool isNewPlace = positions_.empty() || positions_.back().pos != pos_ ||
                            positions_.back().isUnsignedIndex != isUnsignedIndex_;
    if (!isExt && (isNewPlace || statementPending_)) {
        if (!positions_.empty() && positions_.back().pc == pc()) positions_.pop_back();
        positions_.push_back({pc(), pos_, statementPending_, isUnsignedIndex_});
        statementPending_ = false;
    }
    code_.push_back({op, static_cast<uint8_t>(d), isExt, a, b, c});
}

void Emitter::emit(Op op, uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
    push(op, false, a, b, c, d);
    if (op == Op::Ret || op == Op::Panic || op == Op::PanicRt) reachable_ = false;
}

void Emitter::emitWide(Op op, uint32_t a, int32_t bc, uint32_t d) {
    push(op, false, a, static_cast<uint32_t>(bc), 0, d);
}

void Emitter::ext(uint32_t a, uint32_t b, uint32_t c) {
    push(Op::Ext, true, a, b, c, 0);
}

void Emitter::extWide(uint32_t a, int32_t bc) {
    push(Op::Ext, true, a, static_cast<uint32_t>(bc), 0, 0);
}

void Emitter::extJump(JumpLabel& label) {
    if (!reachable_) return;
    use(label, pc());
    extWide(0, 0);
}

void Emitter::move(Reg to, Reg from, uint32_t slots) {
    if (to == from || slots == 0) return;
    if (slots == 1) {
        emit(Op::Move, to, from);
    } else if (slots == 2) {
        emit(Op::Move2, to, from);
    } else if (slots == 3) {
        emit(Op::Move3, to, from);
    } else {
        emit(Op::MoveN, to, from, slots);
    }
}

void Emitter::zero(Reg to, uint32_t slots) {
    if (slots == 0) return;
    if (slots == 1) {
        emitWide(Op::LoadI, to, 0);
    } else {
        emitWide(Op::Zero, to, static_cast<int32_t>(slots));
    }
}

void Emitter::loadInt(Reg to, int64_t value) {
    SLUICE_ASSERT(value >= INT32_MIN && value <= INT32_MAX);
    emitWide(Op::LoadI, to, static_cast<int32_t>(value));
}

// ---- jumps

void Emitter::use(JumpLabel& label, uint32_t at) {
    label.uses.push_back(at);
}

bool Emitter::setTarget(Word& word, std::string_view operands, int64_t offset) {
    if (operands[3] == 'J') {
        word.b = static_cast<uint32_t>(static_cast<int32_t>(offset));
        return true;
    }
    word.c = static_cast<uint32_t>(static_cast<uint16_t>(static_cast<int16_t>(offset)));
    return offset >= INT16_MIN && offset <= INT16_MAX;
}

void Emitter::bind(JumpLabel& label, LabelUse use) {
    SLUICE_ASSERT(!label.isBound());
    label.pc = pc();
    for (uint32_t at : label.uses) {
        Word& word = code_[at];
        const OpInfo& info = opInfo(word.isExt ? Op::MapNext : word.op);
        const uint32_t next = at + 1;
        if (!setTarget(word, word.isExt ? info.ext : info.operands, label.pc - next)) jumpTooFar_ = true;
    }
    if (use == LabelUse::Later || !label.uses.empty()) reachable_ = true;
}

void Emitter::jump(JumpLabel& label) {
    if (!reachable_) return;
    if (label.isBound()) {
        emitWide(Op::JmpB, 0, static_cast<int32_t>(label.pc - (static_cast<int64_t>(pc()) + 1)));
    } else {
        use(label, pc());
        emitWide(Op::Jmp, 0, 0);
    }
    reachable_ = false;
}

void Emitter::jumpIf(bool when, Reg condition, JumpLabel& label) {
    if (!reachable_) return;
    const Op op = when ? Op::Jt : Op::Jf;
    if (label.isBound()) {
        emitWide(backwardForm(op), condition,
                 static_cast<int32_t>(label.pc - (static_cast<int64_t>(pc()) + 1)));
    } else {
        use(label, pc());
        emitWide(op, condition, 0);
    }
}

bool Emitter::hasBackwardForm(Op op) {
    return backwardForm(op) != Op::Nop;
}

void Emitter::jumpCompare(Op op, uint32_t a, uint32_t b, JumpLabel& label) {
    if (!reachable_) return;
    if (longJumps_) {
        // The compare jumps over a plain jump out to a plain jump to the target, whatever the distance.
        JumpLabel taken;
        JumpLabel over;
        use(taken, pc());
        emit(op, a, b, 0);
        jump(over);
        bind(taken);
        jump(label);
        bind(over);
        return;
    }
    if (label.isBound()) {
        SLUICE_ASSERT(hasBackwardForm(op));
        const int64_t offset = label.pc - (static_cast<int64_t>(pc()) + 1);
        if (offset < INT16_MIN) jumpTooFar_ = true;
        emit(backwardForm(op), a, b, static_cast<uint16_t>(static_cast<int16_t>(offset)));
        return;
    }
    use(label, pc());
    emit(op, a, b, 0);
}

void Emitter::beginStatement(Pos pos) {
    setPos(pos);
    statementPending_ = true;
}

// ---- constants

namespace {

/// More would make calls of functions that leave early slow.
constexpr size_t kMaxConstantRegisters = 6;

}  // namespace

Reg Emitter::constantRegister(Slot value, int32_t constantIndex) {
    for (const ConstantRegister& known : constants_) {
        if (known.value == value) return known.reg;
    }
    if (constants_.size() >= kMaxConstantRegisters) return kNoReg;
    // Not one that was given back: code before the loop may still write that.
    constants_.push_back({value, constantIndex, allocateFresh("s")});
    return constants_.back().reg;
}

/// Puts the loads of constant registers in front of the code that uses them. Jumps are relative and none
/// crosses this place.
void Emitter::insertPrologue() {
    if (constants_.empty()) return;
    std::vector<Word> loads;
    for (const ConstantRegister& one : constants_) {
        const int64_t number = static_cast<int64_t>(one.value);
        const bool isSmall = number >= INT32_MIN && number <= INT32_MAX;
        const int32_t operand = isSmall ? static_cast<int32_t>(number) : one.index;
        loads.push_back(
            {isSmall ? Op::LoadI : Op::LoadK, 0, false, one.reg, static_cast<uint32_t>(operand), 0});
    }
    const uint32_t count = static_cast<uint32_t>(loads.size());
    code_.insert(code_.begin() + prologue_, loads.begin(), loads.end());
    for (PcPosition& entry : positions_) {
        if (entry.pc > prologue_ || (entry.pc == prologue_ && entry.pc != 0)) entry.pc += count;
    }
    for (LocalVariable& local : locals_) {
        if (local.firstPc > prologue_) local.firstPc += count;
        if (local.endPc != kNoPc && local.endPc >= prologue_) local.endPc += count;
    }
}

// ---- the end

void Emitter::numberBlocks(Function& function, std::vector<uint32_t>& map) const {
    map.assign(fixedCount_ + blockOf_.size(), 0);
    for (uint32_t i = 0; i < fixedCount_; i++) map[i] = i;
    uint32_t next = fixedCount_;
    for (char c : fixedKinds_) function.kinds.push_back(kindOf(c));
    function.zeroFirst = next;
    for (const bool wantPointers : {true, false}) {
        for (const Block& block : blocks_) {
            const bool hasPointers = block.kinds.find_first_not_of('s') != std::string::npos;
            if (hasPointers != wantPointers) continue;
            for (uint32_t i = 0; i < block.kinds.size(); i++) {
                map[block.first + i] = next++;
                function.kinds.push_back(kindOf(block.kinds[i]));
            }
        }
        if (wantPointers) function.zeroCount = next - function.zeroFirst;
    }
    function.registerCount = next;
    function.windowCount = windowSlots_;
}

bool Emitter::encode(Function& function, const std::vector<uint32_t>& map, uint32_t selectBase) const {
    const auto number = [&](uint32_t value) {
        return value >= kWindow ? function.registerCount + (value - kWindow) : map[value];
    };
    function.code.reserve(code_.size());
    Op current = Op::Nop;
    for (const Word& word : code_) {
        if (!word.isExt) current = word.op;
        const OpInfo& info = opInfo(current);
        const std::string_view operands = word.isExt ? info.ext : info.operands;
        const auto field = [&](int index, uint32_t value) {
            const char format = operands[static_cast<size_t>(index)];
            const bool isRegister = format == 'w' || format == 'r' || format == 'x' || format == 'm';
            return isRegister ? number(value) : value;
        };
        // An operand that is not used may hold the number of an empty value: it must not be looked up.
        const uint32_t a = field(1, word.a);
        if (isWide(operands)) {
            // A wide number comes whole in b, or in halves in b and c.
            int32_t value = static_cast<int32_t>(word.b | word.c << 16);
            if (operands[3] == 'L') value += static_cast<int32_t>(selectBase);
            function.code.push_back(Instr::wide(word.isExt ? Op::Ext : word.op, a, value, word.d));
            continue;
        }
        function.code.push_back(
            Instr::abc(word.isExt ? Op::Ext : word.op, a, field(2, word.b), field(3, word.c), word.d));
    }
    return true;
}

Emitter::Outcome Emitter::finish(Function& function, std::vector<SelectTable>& selects) {
    if (jumpTooFar_ && !longJumps_) return Outcome::NeedsLongJumps;
    insertPrologue();
    if (function.recoverPc != kNoPc) function.recoverPc += static_cast<uint32_t>(constants_.size());
    if (code_.size() > kMaxFunctionWords) return Outcome::TooLong;
    // One spare register, so that the number given to empty values is always valid.
    if (blocks_.empty()) allocate("s");
    std::vector<uint32_t> map;
    numberBlocks(function, map);
    if (function.registerCount + windowSlots_ > kMaxFrameRegisters) return Outcome::TooManyRegisters;
    const uint32_t selectBase = static_cast<uint32_t>(selects.size());
    encode(function, map, selectBase);
    const auto number = [&](uint32_t value) { return value == kNoPc ? value : map[value]; };
    for (SelectTable table : selects_) {
        for (SelectCase& one : table.cases) {
            one.channel = number(one.channel);
            one.value = number(one.value);
            one.ok = number(one.ok);
        }
        selects.push_back(std::move(table));
    }
    for (LocalVariable local : locals_) {
        local.reg = number(local.reg);
        function.locals.push_back(std::move(local));
    }
    function.positions = positions_;
    return Outcome::Ok;
}

}  // namespace sluice
