#include "machine/liveness.h"

#include <algorithm>

namespace sluice {

namespace {

/// Instructions looked at in one collection. Programs that need more than this are huge; their variables
/// count as live then, which is what a collector may always think.
constexpr uint64_t kMaxSteps = 2'000'000;

/// What the fields d, a, b, c of an instruction and of its second word are (instructions.def).
struct Fields {
    char own[4];
    char ext[4];
};

constexpr Fields fieldsOf(std::string_view own, std::string_view ext) {
    Fields fields{};
    for (size_t i = 0; i < 4; ++i) {
        fields.own[i] = own[i];
        fields.ext[i] = ext.empty() ? '\0' : ext[i];
    }
    return fields;
}

constexpr Fields kFields[] = {
#define INSTR(number, name, operands, ext, contract) fieldsOf(operands, ext),
#include "code/instructions.def"
#undef INSTR
};

bool isRead(char role) { return role == 'r' || role == 'x'; }

/// Whether an operand of the instruction may be a value of many slots. All others are one or two slots, or
/// have their only pointer in the first.
bool readsRuns(Op op) {
    switch (op) {
        case Op::Move2:
        case Op::Move3:
        case Op::MoveN:
        case Op::EqType:
        case Op::MapGet:
        case Op::MapGet2:
        case Op::MapSet:
        case Op::MapDelete: return true;
        default: return kFields[static_cast<uint32_t>(op)].own[0] == 'n';
    }
}

}  // namespace

Liveness::Run Liveness::runOf(const Function& function, uint32_t localPc, uint32_t reg) const {
    Run run{0, function.kinds[reg] == SlotKind::InterfaceData ? reg - 1 : reg, reg};
    for (const LocalVariable& local : function.locals) {
        if (localPc < local.firstPc || localPc >= local.endPc || local.reg > reg) continue;
        const uint32_t slots = local.isCell ? 1 : image_.program->types[local.type].registerSlots();
        const bool isInside = reg < local.reg + slots;
        const uint32_t first = isInside ? local.reg : local.reg + slots;
        if (first > run.first) run.first = first;
    }
    return run;
}

Liveness::Access Liveness::accessAt(uint32_t pc, Run run) const {
    const Instr in = image_.code[pc];
    // Its cases name registers in a table of their own.
    if (in.op == Op::Select) return Access::Read;
    const Fields& fields = kFields[static_cast<uint32_t>(in.op)];
    const uint32_t first = readsRuns(in.op) ? run.first : run.value;
    bool isWritten = false;
    const auto look = [&](const char(&roles)[4], const Instr& word) {
        const uint16_t values[] = {word.d, word.a, word.b, word.c};
        for (size_t i = 0; i < 4; ++i) {
            if (isRead(roles[i]) && values[i] >= first && values[i] <= run.reg) return true;
            if (roles[i] == 'w' && values[i] == run.reg) isWritten = true;
        }
        return false;
    };
    if (look(fields.own, in)) return Access::Read;
    if (fields.ext[0] != '\0' && look(fields.ext, image_.code[pc + 1])) return Access::Read;
    return isWritten ? Access::Written : Access::None;
}

void Liveness::visit(uint32_t pc) {
    if (seen_[pc] == search_) return;
    seen_[pc] = search_;
    pending_.push_back(pc);
}

bool Liveness::isLive(uint32_t function, uint32_t pc, uint32_t reg) {
    const Function& code = image_.function(function);
    if (reg < code.resultSlots) return true;
    const uint32_t start = image_.functions[function].start;
    const uint32_t end = start + static_cast<uint32_t>(code.code.size());
    if (image_.code[pc].op == Op::Ext) --pc;
    const Run run = runOf(code, pc - start, reg);
    seen_.resize(image_.code.size());
    ++search_;
    pending_.clear();
    visit(pc);
    if (code.recoverPc != kNoPc) visit(start + code.recoverPc);
    while (!pending_.empty()) {
        const uint32_t at = pending_.back();
        pending_.pop_back();
        if (++steps_ > kMaxSteps) return true;
        const Access access = accessAt(at, run);
        if (access == Access::Read) return true;
        if (access == Access::Written) continue;
        const Instr in = image_.code[at];
        const Fields& fields = kFields[static_cast<uint32_t>(in.op)];
        const uint32_t next = at + (fields.ext[0] != '\0' ? 2 : 1);
        const auto jump = [&](const char(&roles)[4], const Instr& word) {
            if (roles[2] == 'J') visit(static_cast<uint32_t>(static_cast<int64_t>(next) + word.bc()));
            if (roles[3] == 'j') visit(static_cast<uint32_t>(static_cast<int64_t>(next) + word.sc()));
        };
        jump(fields.own, in);
        if (fields.ext[0] != '\0') jump(fields.ext, image_.code[at + 1]);
        const bool isEnd = in.op == Op::Jmp || in.op == Op::JmpB || in.op == Op::Ret;
        if (!isEnd && next < end) visit(next);
    }
    return false;
}

uint32_t Liveness::windowSlots(uint32_t function, uint32_t pc) const {
    if (image_.code[pc].op == Op::Ext) --pc;
    const Instr in = image_.code[pc];
    const FunctionEntry& entry = image_.functions[function];
    if (in.op != Op::CallN) {
        const uint32_t below = entry.registerCount + kFrameLinkSlots;
        return entry.frameSlots - std::min(entry.frameSlots, below);
    }
    const NativeInfo& native = image_.program->natives[static_cast<uint32_t>(in.bc())];
    return native.resultSlots + native.paramSlots;
}

}  // namespace sluice
