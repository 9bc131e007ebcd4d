// Deferred calls, panics, recover, Goexit (runtime/panic.go, Go 1.24).
//
// Invariants:
// - A panic does not unwind: its deferred calls run on top of the frame that panicked, so that a trace
//   shows everything.
// - recover() works in the frame that the newest panic is running as a deferred call (compiler-made
//   wrappers do not count), and not during Goexit.
// - A recovered panic ends when the deferred call that recovered it returns: the frame that had deferred
//   it goes on at Function::recoverPc, and panics that started above that frame are forgotten. A Goexit
//   among them goes on instead.
#include "machine/ops.h"

namespace sluice {

Flow Ops::deferCall(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const bool elsewhere = (in.d & 1) != 0;
    Slot* window = base + in.a + kFrameLinkSlots;
    uint32_t function = static_cast<uint32_t>(in.bc());
    Slot closure = 0;
    Slot data = 0;
    if (in.op == Op::DeferC) {
        closure = base[in.b];
        function = closure == 0 ? 0 : static_cast<uint32_t>(m.heap().slotAt(closure)[0]);
    } else if (in.op == Op::DeferM) {
        if (base[in.b] == 0) return m.panicNil(g);
        function = m.methodFunction(static_cast<TypeId>(base[in.b]), in.c);
        data = base[in.b + 1];
    }
    const FunctionEntry& entry = m.image().functions[function];
    const uint32_t argCount = function == 0 ? 0 : entry.paramSlots;
    if (++m.deferCount_ > kMaxDeferredCalls) {
        --m.deferCount_;
        if (!m.takeTurn(g)) return Flow::Leave;
        return m.stopAtLimit("limit of " + std::to_string(kMaxDeferredCalls) + " deferred calls reached");
    }
    DeferRecord* record = m.newDefer(argCount);
    record->function = function;
    record->closure = closure;
    for (uint32_t i = 0; i < argCount; ++i) record->args()[i] = window[entry.resultSlots + i];
    if (in.op == Op::DeferM) record->args()[0] = data;
    record->frame = elsewhere ? static_cast<uint32_t>(base[ext.a]) : static_cast<uint32_t>(base - g.stack);
    DeferRecord** link = &g.defers;
    while (elsewhere && *link != nullptr && (*link)->frame > record->frame) link = &(*link)->next;
    record->next = *link;
    *link = record;
    return Flow::Next;
}

Flow Machine::runDeferred(MachineGoroutine& g, DeferRecord* record, uint32_t distance, uint32_t returnPc) {
    const FunctionEntry& entry = image_.functions[record->function];
    const uint32_t function = record->function;
    const Slot closure = record->closure;
    if (!ensureStack(g, uint64_t{g.base} + distance + entry.frameSlots)) {
        freeDefer(record);
        --deferCount_;
        return Flow::Leave;
    }
    Slot* frame = g.registers() + distance;
    for (uint32_t i = 0; i < record->argCount; ++i) frame[entry.resultSlots + i] = record->args()[i];
    freeDefer(record);
    --deferCount_;
    return enter(g, function, distance, returnPc, closure);
}

Flow Machine::enter(MachineGoroutine& g, uint32_t function, uint32_t distance, uint32_t returnPc,
                    Slot closure) {
    const FunctionEntry& entry = image_.functions[function];
    if (!ensureStack(g, uint64_t{g.base} + distance + entry.frameSlots)) return Flow::Leave;
    Slot* frame = g.registers() + distance;
    frame[-3] = makeReturn(returnPc, distance);
    frame[-1] = closure;
    for (uint32_t i = 0; i < entry.resultSlots; ++i) frame[i] = 0;
    for (uint32_t i = 0; i < entry.zeroCount; ++i) frame[entry.zeroFirst + i] = 0;
    g.base += distance;
    g.pc = entry.start;
    scheduler_.charge(entry.cost);
    return Flow::Reload;
}

Flow Ops::runDefers(Machine& m, MachineGoroutine& g, uint32_t pc, bool& done) {
    DeferRecord* record = g.defers;
    done = record == nullptr || record->frame != g.base;
    if (done) return Flow::Next;
    const uint32_t distance = m.image().functions[m.image().functionAt(pc)].registerCount + kFrameLinkSlots;
    // Before the record is taken off the list, as the instruction may have to be executed again.
    const uint64_t needed = uint64_t{g.base} + distance + m.image().functions[record->function].frameSlots;
    if (!m.ensureStack(g, needed)) return Flow::Leave;
    g.defers = record->next;
    if (record->function == 0) {
        m.freeDefer(record);
        --m.deferCount_;
        return m.panicNil(g);
    }
    return m.runDeferred(g, record, distance, pc);
}

Flow Machine::panicValue(MachineGoroutine& g, Slot type, Slot data) {
    if (!takeTurn(g)) return Flow::Leave;
    PanicRecord* record = newPanic();
    if (type == 0 && program().known.panicNilError != 0) {
        // panic(nil): a *runtime.PanicNilError, which has no fields.
        record->type = program().known.panicNilError;
        record->data = makePointer(heap_.allocType(types()[program().known.panicNilError].elem));
    } else {
        record->type = type;
        record->data = data;
    }
    return startPanic(g, record);
}

Flow Machine::goexit(MachineGoroutine& g) {
    if (!takeTurn(g)) return Flow::Leave;
    PanicRecord* record = newPanic();
    record->goexit = true;
    return startPanic(g, record);
}

Flow Machine::startPanic(MachineGoroutine& g, PanicRecord* record) {
    SLUICE_ASSERT(inTurn_);
    record->link = g.panics;
    record->base = g.base;
    record->pc = g.pc;
    g.panics = record;
    g.resumingNative = false;
    if (!record->goexit && recorder().enabled()) {
        std::string text;
        appendPanicValue(*record, text);
        recorder().emit(EventKind::Panic, 0, recorder().text(text));
    }
    return continuePanic(g);
}

Flow Machine::continuePanic(MachineGoroutine& g) {
    PanicRecord* panic = g.panics;
    while (g.defers != nullptr && g.defers->function == 0) {
        // A deferred nil function panics when it is called, in place of the call.
        DeferRecord* record = g.defers;
        g.defers = record->next;
        freeDefer(record);
        --deferCount_;
        PanicRecord* next = newPanic();
        next->link = panic;
        next->base = panic->base;
        next->pc = panic->pc;
        next->nilDereference = true;
        setRuntimeError(*next, "invalid memory address or nil pointer dereference", false);
        g.panics = panic = next;
    }
    DeferRecord* record = g.defers;
    if (record == nullptr) return unrecovered(g);
    g.defers = record->next;
    g.base = panic->base;
    g.pc = panic->pc;
    const uint32_t function = image_.functionAt(panic->pc);
    const uint32_t distance = image_.functions[function].registerCount + kFrameLinkSlots;
    panic->deferFrame = record->frame;
    panic->deferBase = panic->base + distance;
    return runDeferred(g, record, distance, kStubPanic);
}

Flow Machine::recoverFrame(MachineGoroutine& g) {
    PanicRecord* panic = g.panics;
    const uint32_t target = panic->deferFrame;
    // Which function the target frame runs: walk down from the frame that panicked.
    FrameCursor cursor{panic->base, panic->pc, image_.functionAt(panic->pc), true};
    const PanicRecord* walk = panic;
    while (cursor.base != target) {
        if (!callerOf(g, cursor, walk)) SLUICE_UNREACHABLE("the frame that deferred a call is on the stack");
    }
    while (g.panics != nullptr && g.panics->base >= target) {
        PanicRecord* gone = g.panics;
        if (gone->goexit) {
            g.base = gone->base;
            g.pc = gone->pc;
            return continuePanic(g);
        }
        g.panics = gone->link;
        freePanic(gone);
    }
    const Function& function = image_.function(cursor.function);
    g.base = target;
    SLUICE_ASSERT(function.recoverPc != kNoPc);
    g.pc = image_.functions[cursor.function].start + function.recoverPc;
    return Flow::Reload;
}

Flow Ops::recoverValue(Machine& m, MachineGoroutine& g, Slot* out) {
    out[0] = 0;
    out[1] = 0;
    PanicRecord* panic = g.panics;
    if (panic == nullptr || panic->goexit || panic->recovered || panic->deferBase == 0) return Flow::Next;
    const auto isWrapper = [&](const FrameCursor& frame) {
        return m.image().function(frame.function).isWrapper;
    };
    FrameCursor frame = m.innermost(g);
    const PanicRecord* walk = g.panics;
    if (isWrapper(frame) && !m.callerOf(g, frame, walk)) return Flow::Next;
    while (frame.base != panic->deferBase) {
        FrameCursor caller = frame;
        if (!m.callerOf(g, caller, walk) || !isWrapper(caller)) return Flow::Next;
        frame = caller;
    }
    panic->recovered = true;
    out[0] = panic->type;
    out[1] = panic->data;
    if (m.recorder().enabled()) {
        std::string text;
        m.appendPanicValue(*panic, text);
        m.recorder().emit(EventKind::Recover, 0, m.recorder().text(text));
    }
    return Flow::Next;
}

Flow Machine::unrecovered(MachineGoroutine& g) {
    PanicRecord* panic = g.panics;
    if (panic->goexit) {
        while (g.panics != nullptr) {
            PanicRecord* gone = g.panics;
            g.panics = gone->link;
            freePanic(gone);
        }
        return leave(RunResult::Ended);
    }
    for (PanicRecord* record = panic->link; record != nullptr; record = record->link) {
        if (!record->printing) continue;
        // The method that was to give an uncaught panic its text panicked itself.
        const RType& type = types()[static_cast<TypeId>(panic->type)];
        const bool isString = type.name == "string" && panic->type != 0;
        const Slot* text = isString ? heap_.slotAt(panic->data) : nullptr;
        return fatal(g, "panic while printing panic value: " +
                            (isString ? std::string(heap_.view(text[0], text[1])) : "type " + type.name));
    }
    for (PanicRecord* record = panic; record != nullptr; record = record->link) {
        if (record->textReady || record->goexit || record->type == 0) continue;
        const RType& type = types()[static_cast<TypeId>(record->type)];
        const RMethod* method = type.findMethod(program().errorMethod);
        if (method == nullptr || program().errorMethod == 0) method = type.findMethod(program().stringMethod);
        if (method == nullptr || method->function == kNoFunction) continue;
        g.base = panic->base;
        g.pc = panic->pc;
        return callPanicText(g, record, method->function);
    }
    die(g);
    return leave(RunResult::Stopped);
}

Flow Machine::callPanicText(MachineGoroutine& g, PanicRecord* record, uint32_t function) {
    record->printing = true;
    // recover() in there must not see the panic.
    g.panics->deferBase = 0;
    const uint32_t caller = image_.functionAt(g.pc);
    const uint32_t distance = image_.functions[caller].registerCount + kFrameLinkSlots;
    const FunctionEntry& entry = image_.functions[function];
    if (!ensureStack(g, uint64_t{g.base} + distance + entry.frameSlots)) return Flow::Leave;
    g.registers()[distance + entry.resultSlots] = record->data;
    return enter(g, function, distance, kStubPanicText, 0);
}

Flow Machine::stub(MachineGoroutine& g, uint32_t pc) {
    switch (pc) {
        case kStubEnd:
            if (g.number == 1) {
                scheduler_.finish(Outcome::MainReturned, 0, "");
                noteLeaks();
                return leave(RunResult::Stopped);
            }
            return leave(RunResult::Ended);
        case kStubPanic:
            g.panics->deferBase = 0;
            return g.panics->recovered ? recoverFrame(g) : continuePanic(g);
        case kStubNative: return returnToNative(g);
        case kStubPanicText: {
            const uint32_t caller = image_.functionAt(g.panics->pc);
            const Slot* results = g.registers() + image_.functions[caller].registerCount + kFrameLinkSlots;
            for (PanicRecord* record = g.panics; record != nullptr; record = record->link) {
                if (!record->printing) continue;
                record->printing = false;
                record->textReady = true;
                record->textPointer = results[0];
                record->textLength = results[1];
            }
            return unrecovered(g);
        }
        default: SLUICE_UNREACHABLE("nothing else returns to a stub");
    }
}

Flow Machine::stackOverflow(MachineGoroutine& g) {
    if (!takeTurn(g)) return Flow::Leave;
    write(2, "runtime: goroutine stack exceeds 1000000000-byte limit\n");
    return fatal(g, "stack overflow");
}

}  // namespace sluice
