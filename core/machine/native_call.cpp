// What natives use: see native.h.
#include <cstring>

#include "machine/machine.h"
#include "machine/traceback.h"

namespace sluice {

Heap& NativeCall::heap() { return machine_.heap(); }

const TypeTable& NativeCall::types() const { return machine_.types(); }

void NativeCall::setString(uint32_t slot, std::string_view text) {
    const GoString copy = newString(heap(), text);
    setGoString(slot, copy);
}

void NativeCall::setBytes(uint32_t slot, std::string_view bytes) {
    const ObjectRef object = heap().allocBytes(bytes.size());
    if (object != 0 && !bytes.empty()) std::memcpy(heap().bytes(object), bytes.data(), bytes.size());
    setSlice(slot, {makePointer(object), bytes.size(), bytes.size()});
}

void NativeCall::setSlice(uint32_t slot, GoSlice slice) {
    result(slot) = slice.pointer;
    result(slot + 1) = slice.length;
    result(slot + 2) = slice.capacity;
}

void NativeCall::setError(uint32_t slot, std::string_view text) {
    if (text.empty()) return setInterface(slot, 0, 0);
    const TypeId type = machine_.program().known.errorsErrorString;
    SLUICE_ASSERT(type != 0);
    const GoString copy = newString(heap(), text);
    const ObjectRef object = heap().allocType(types()[type].elem);
    if (object == 0) return;
    heap().slots(object)[0] = copy.pointer;
    heap().slots(object)[1] = copy.length;
    setInterface(slot, type, makePointer(object));
}

const std::vector<TypeId>& NativeCall::slotTypes() const { return machine_.program().natives[native_].types; }

const std::vector<TypeId>& NativeCall::typeArguments() const {
    return machine_.program().natives[native_].typeArguments;
}

Slot NativeCall::box(TypeId type, const Slot* image) {
    const RType& shape = types()[type];
    switch (shape.data) {
        case RData::None: return 0;
        case RData::Scalar:
        case RData::Pointer: return image[0];
        case RData::Boxed: break;
    }
    if (shape.big) return image[0];
    // The image may lie in the arena, which may move.
    std::vector<Slot> copy(image, image + shape.slots);
    const ObjectRef object = heap().allocType(type);
    if (object == 0) return 0;
    std::memcpy(heap().slots(object), copy.data(), copy.size() * sizeof(Slot));
    return makePointer(object);
}

NativeStatus NativeCall::panicRuntime(std::string_view message) {
    pendingFlow_ = machine_.panicText(goroutine_, message);
    return NativeStatus::Panic;
}

NativeStatus NativeCall::panicPlain(std::string_view message) {
    pendingFlow_ = machine_.panicText(goroutine_, message, true);
    return NativeStatus::Panic;
}

NativeStatus NativeCall::panicString(std::string_view message) {
    pendingFlow_ = machine_.panicString(goroutine_, message);
    return NativeStatus::Panic;
}

NativeStatus NativeCall::panicValue(TypeId type, Slot data) {
    pendingFlow_ = machine_.panicValue(goroutine_, type, data);
    return NativeStatus::Panic;
}

NativeStatus NativeCall::panicNil() {
    pendingFlow_ = machine_.panicNil(goroutine_);
    return NativeStatus::Panic;
}

NativeStatus NativeCall::fatal(std::string_view message) {
    machine_.fatal(goroutine_, message);
    return NativeStatus::Fatal;
}

NativeStatus NativeCall::exit(int code) {
    machine_.exit(code);
    return NativeStatus::Exit;
}

NativeStatus NativeCall::finish(const OpResult& result) {
    switch (result.status) {
        case OpStatus::Done: return NativeStatus::Done;
        case OpStatus::Blocked: return NativeStatus::Blocked;
        case OpStatus::Retry: return retry(state_);
        case OpStatus::Yielded: return NativeStatus::Yield;
        case OpStatus::Panic: return panicPlain(result.text);
        case OpStatus::PanicPlain: return panicString(result.text);
        case OpStatus::Fatal: return fatal(result.text);
    }
    SLUICE_UNREACHABLE("all statuses are handled");
}

NativeStatus NativeCall::callFunction(Slot closure, const Slot* args, uint32_t argSlots, uint32_t resultSlots,
                                      uint32_t state) {
    callee_.function = 0;
    callee_.closure = closure;
    callee_.hasData = false;
    callee_.resultSlots = resultSlots;
    callee_.args.assign(args, args + argSlots);
    nextState_ = state;
    return NativeStatus::CallBack;
}

NativeStatus NativeCall::callMethod(uint32_t function, Slot data, const Slot* args, uint32_t argSlots,
                                    uint32_t resultSlots, uint32_t state) {
    callee_.function = function;
    callee_.closure = 0;
    callee_.data = data;
    callee_.hasData = true;
    callee_.resultSlots = resultSlots;
    callee_.args.assign(args, args + argSlots);
    nextState_ = state;
    return NativeStatus::CallBack;
}

uint32_t NativeCall::findMethod(TypeId type, std::string_view name) const {
    for (const RMethod& method : types()[type].methods) {
        if (method.name == name) return method.function;
    }
    return kNoFunction;
}

void NativeCall::charge(uint64_t units) { machine_.scheduler().charge(static_cast<int64_t>(units)); }

void NativeCall::write(int stream, std::string_view text) { machine_.write(stream, text); }

CallerPosition NativeCall::caller(uint32_t skip) {
    FrameCursor frame = machine_.innermost(goroutine_);
    const PanicRecord* panic = goroutine_.panics;
    const Image& image = machine_.image();
    while (true) {
        const Function& function = image.function(frame.function);
        // As in Go, the panic stands between the deferred call and the frame that panicked.
        if (frame.panicsHere && skip-- == 0) {
            return {"runtime.gopanic", "/usr/local/go/src/runtime/panic.go", 792, 1, true};
        }
        if (!function.isWrapper && !function.positions.empty() && skip-- == 0) {
            const ShownPlace at = shownPlaceOf(image, frame.pc);
            return {function.name, at.file, at.line, at.column, true};
        }
        if (!machine_.callerOf(goroutine_, frame, panic)) return {};
    }
}

uint32_t NativeCall::position() { return machine_.userPosition(goroutine_); }

}  // namespace sluice
