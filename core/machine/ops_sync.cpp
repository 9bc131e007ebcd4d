// Goroutines, channels, select, print, watched variables: what others can see.
#include "heap/strings.h"
#include "machine/ops.h"
#include "machine/print_number.h"
#include "sync/channel.h"
#include "sync/select.h"

namespace sluice {

namespace {

/// Selects with up to this many cases need no allocation.
constexpr uint32_t kInlineCases = 16;

}  // namespace

void Ops::boxBigZero(Machine& m, Slot channel, Slot* element) {
    if (channel == 0 || *element != 0) return;
    const TypeId type = channelAt(m.sync(), channel)->elementType;
    if (!m.types()[type].big) return;
    const ObjectRef box = m.heap().allocType(type);
    if (box != 0) *element = makePointer(box);
}

Flow Ops::go(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    uint32_t function = static_cast<uint32_t>(in.bc());
    Slot closure = 0;
    Slot* window = base + in.a + kFrameLinkSlots;
    if (in.op == Op::GoC) {
        closure = base[in.b];
        if (closure == 0) return m.fatal(g, "go of nil func value");
        function = static_cast<uint32_t>(m.heap().slotAt(closure)[0]);
    } else if (in.op == Op::GoM) {
        if (base[in.b] == 0) return m.panicNil(g);
        function = m.methodFunction(static_cast<TypeId>(base[in.b]), in.c);
        window[m.image().functions[function].resultSlots] = base[in.b + 1];
    }
    const FunctionEntry& entry = m.image().functions[function];
    const uint32_t pos = m.recorder().here().pos;
    const MachineGoroutine* started =
        m.launch(function, closure, window + entry.resultSlots, entry.paramSlots, g.pc, g.number, pos,
                 static_cast<uint32_t>(ext.bc()));
    return started == nullptr ? Flow::Leave : Flow::Next;
}

Flow Ops::makeChan(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const RType& type = m.types()[ext.a];
    const RType& elem = m.types()[type.elem];
    const int64_t capacity = in.d == 1 ? static_cast<int64_t>(base[in.b]) : 0;
    const uint32_t site = static_cast<uint32_t>(ext.bc());
    const uint32_t name = m.recorder().text(m.program().sites[site].name);
    const LayoutId layout = elem.big ? static_cast<LayoutId>(kLayoutPointer) : elem.layout;
    const auto make = [&] {
        return makeChannel(m.sync(), type.elem, elem.registerSlots(), layout, capacity, site, name,
                           base[in.a]);
    };
    OpResult result = make();
    if (result.status == OpStatus::Done && m.heap().outOfMemory()) {
        // One more try here: executing the instruction again would make the first of its buffers each time.
        m.heap().clearOutOfMemory();
        m.collect();
        result = make();
        if (m.heap().outOfMemory()) {
            m.heap().clearOutOfMemory();
            return m.heapExhausted(g);
        }
    }
    return m.finishOp(g, result, g.pc + 2);
}

Flow Ops::close(Machine& m, MachineGoroutine& g, Slot* base, Instr in, uint32_t next) {
    return m.finishOp(g, channelClose(m.sync(), g, base[in.a]), next);
}

Flow Ops::select(Machine& m, MachineGoroutine& g, Slot* base, Instr in, uint32_t next) {
    const SelectTable& table = m.program().selects[static_cast<uint32_t>(in.bc())];
    const uint32_t count = static_cast<uint32_t>(table.cases.size());
    if (count == 0 && !table.hasDefault) return m.finishOp(g, selectNothing(m.sync(), g), next);
    SelectArm inlineArms[kInlineCases];
    std::vector<SelectArm> manyArms;
    SelectArm* arms = inlineArms;
    if (count > kInlineCases) {
        manyArms.resize(count);
        arms = manyArms.data();
    }
    for (uint32_t i = 0; i < count; ++i) {
        const SelectCase& from = table.cases[i];
        arms[i].channel = base[from.channel];
        arms[i].element = from.value == kNoPc ? nullptr : base + from.value;
        arms[i].ok = from.isSend || from.ok == kNoPc ? nullptr : base + from.ok;
        arms[i].isSend = from.isSend;
    }
    const OpResult result = selectGo(m.sync(), g, arms, count, table.hasDefault, base + in.a);
    if (result.status == OpStatus::Done && base[in.a] < count) {
        const SelectArm& taken = arms[base[in.a]];
        if (!taken.isSend && taken.element != nullptr) boxBigZero(m, taken.channel, taken.element);
    }
    return m.finishOp(g, result, next);
}

Flow Ops::print(Machine& m, Slot* base, Instr in, bool last) {
    std::string& out = m.printBuffer_;
    const Slot* value = base + in.a;
    switch (static_cast<PrintKind>(in.d)) {
        case PrintKind::Bool: out += *value != 0 ? "true" : "false"; break;
        case PrintKind::Int: out += std::to_string(static_cast<int64_t>(*value)); break;
        case PrintKind::Uint: out += std::to_string(*value); break;
        case PrintKind::Float: appendPrintedFloat(slotToDouble(*value), out); break;
        case PrintKind::String: out += m.heap().view(value[0], value[1]); break;
        case PrintKind::Pointer: appendAddress(*value, out); break;
        case PrintKind::Interface:
            out += "(";
            appendHex(value[0], out);
            out += ",";
            appendAddress(value[1], out);
            out += ")";
            break;
        case PrintKind::Slice:
            out += "[" + std::to_string(value[1]) + "/" + std::to_string(value[2]) + "]";
            appendAddress(value[0], out);
            break;
        case PrintKind::Space: out += " "; break;
        case PrintKind::Newline: out += "\n"; break;
    }
    if (!last) return Flow::Next;
    std::string text;
    text.swap(out);
    return text.empty() || m.write(2, text) ? Flow::Next : Flow::Leave;
}

Flow Ops::watch(Machine& m, Slot* base, Instr in) {
    if (!m.recorder().enabled()) return Flow::Next;
    const WatchInfo& info = m.program().watches[in.b];
    const uint32_t name = m.recorder().text(info.name);
    const uint32_t value = m.recorder().value(base + in.a, info.type);
    m.recorder().emit(EventKind::Watch, 0, name, value);
    return Flow::Next;
}

}  // namespace sluice
