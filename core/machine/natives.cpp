// Calling natives, and natives calling Go functions back.
//
// Invariants:
// - A native's window lies at register `window` + kFrameLinkSlots of the calling frame: results,
//   receiver, parameters.
// - A function that a native calls back has its frame above that window, with kCallbackSlots in between
//   that say how to return: {state, pc of the CallN, distance to the caller's base}. When it returns, the
//   CallN is executed again with g.resumingNative set.
#include "heap/copy_slots.h"
#include "machine/machine.h"

namespace sluice {

namespace {

constexpr uint32_t kCallbackSlots = 3;

}  // namespace

Flow Machine::callNative(MachineGoroutine& g, uint32_t number, uint32_t window) {
    const NativeInfo& info = program().natives[number];
    const NativeFunction function = image_.natives[number].function;
    if (function == nullptr) return fatal(g, "native function " + info.name + " is not part of this build");
    Slot* slots = g.registers() + window + kFrameLinkSlots;
    NativeCall call(*this, g, slots, number, info.resultSlots);
    const bool resumed = g.resumingNative;
    const uint32_t state = g.nativeState;
    const uint32_t results = g.nativeResults;
    if (resumed) {
        g.resumingNative = false;
        call.state_ = g.nativeState;
        call.calleeResults_ = g.nativeResults == 0 ? nullptr : g.stack + g.nativeResults;
        g.nativeResults = 0;
    } else {
        zeroSlots(slots, info.resultSlots);
    }
    const NativeStatus status = function(call);
    if (scheduler_.outcome() == Outcome::Limit) return leave(RunResult::Stopped);  // the native met a limit
    if (heap_.outOfMemory() || heap_.overLimit()) {
        // Natives cannot be executed again: what they did stands. Garbage makes room, or the run ends.
        if (heap_.outOfMemory() || (collect(), heap_.overLimit())) {
            inTurn_ = true;  // The native cannot be executed again.
            return stopAtLimit("heap limit of " + std::to_string(limits_.heapBytes >> 20) + " MiB reached");
        }
    }
    switch (status) {
        case NativeStatus::Done: return Flow::Next;
        case NativeStatus::Blocked:
            ++g.pc;
            g.behindCall = true;
            return leave(g.isWaiting() ? RunResult::Parked : RunResult::Yielded);
        case NativeStatus::Retry:
            g.resumingNative = true;
            g.nativeState = call.nextState_;
            g.nativeResults = 0;
            return leave(g.isWaiting() ? RunResult::Parked : RunResult::Yielded);
        case NativeStatus::Yield:
            ++g.pc;
            g.behindCall = true;
            if (g.status == GoroutineStatus::Running) scheduler_.yieldToAll(g);
            return leave(RunResult::Yielded);
        case NativeStatus::CallBack: return startCallback(g, call, window, info);
        case NativeStatus::Panic:
            if (call.pendingFlow_ == Flow::Leave && leaveResult_ == RunResult::OutOfTurn) {
                g.resumingNative = resumed;
                g.nativeState = state;
                g.nativeResults = results;
            }
            return call.pendingFlow_;
        case NativeStatus::Goexit: return goexit(g);
        case NativeStatus::Fatal:
        case NativeStatus::Exit: return leave(RunResult::Stopped);
    }
    SLUICE_UNREACHABLE("all statuses are handled");
}

Flow Machine::startCallback(MachineGoroutine& g, NativeCall& call, uint32_t window, const NativeInfo& info) {
    NativeCall::Callee& callee = call.callee_;
    if (callee.function == 0 && callee.closure == 0) return panicNil(g);
    const uint32_t function =
        callee.function != 0 ? callee.function : static_cast<uint32_t>(heap_.slotAt(callee.closure)[0]);
    const FunctionEntry& entry = image_.functions[function];
    const uint32_t distance = window + kFrameLinkSlots + info.resultSlots + info.paramSlots;
    const uint32_t frame = distance + kCallbackSlots + kFrameLinkSlots;
    if (!ensureStack(g, uint64_t{g.base} + frame + entry.frameSlots)) return Flow::Leave;
    Slot* record = g.registers() + distance;
    record[0] = call.nextState_;
    record[1] = g.pc;
    record[2] = distance;
    Slot* param = g.registers() + frame + entry.resultSlots;
    if (callee.hasData) *param++ = callee.data;
    for (Slot slot : callee.args) *param++ = slot;
    g.base += distance;
    return enter(g, function, kCallbackSlots + kFrameLinkSlots, kStubNative, callee.closure);
}

Flow Machine::returnToNative(MachineGoroutine& g) {
    // The link led to the record, as if that were a frame.
    const Slot* record = g.registers();
    g.nativeState = static_cast<uint32_t>(record[0]);
    g.nativeResults = g.base + kCallbackSlots + kFrameLinkSlots;
    g.resumingNative = true;
    g.pc = static_cast<uint32_t>(record[1]);
    g.base -= static_cast<uint32_t>(record[2]);
    return Flow::Reload;
}

Flow Machine::finishOp(MachineGoroutine& g, const OpResult& result, uint32_t nextPc) {
    switch (result.status) {
        case OpStatus::Done: return Flow::Next;
        case OpStatus::Blocked:
            g.pc = nextPc;
            g.behindCall = true;
            return leave(RunResult::Parked);
        case OpStatus::Retry: return leave(g.isWaiting() ? RunResult::Parked : RunResult::Yielded);
        case OpStatus::Yielded:
            g.pc = nextPc;
            g.behindCall = true;
            return leave(RunResult::Yielded);
        case OpStatus::Panic: return panicText(g, result.text, true);
        case OpStatus::PanicPlain: return panicString(g, result.text);
        case OpStatus::Fatal: return fatal(g, result.text);
    }
    SLUICE_UNREACHABLE("all statuses are handled");
}

}  // namespace sluice
