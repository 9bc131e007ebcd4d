// Run-time errors as Go values, and what is printed when the program dies of a panic or a fatal error.
#include "base/decimal.h"
#include "heap/compare.h"
#include "machine/machine.h"
#include "machine/print_number.h"

#include <cmath>

namespace sluice {

namespace {

/// Go indents the lines of a panic's text behind the first (runtime/print.go, printindented).
void appendIndented(std::string_view text, std::string& out) {
    for (char c : text) {
        out += c;
        if (c == '\n') out += '\t';
    }
}

/// Values of defined basic types are printed as main.T(5); see runtime/error.go, printanycustomtype.
bool appendBasic(const RType& type, const Heap& heap, const Slot* image, std::string& out) {
    switch (type.kind) {
        case RKind::Bool: out += image[0] != 0 ? "true" : "false"; return true;
        case RKind::Float32:
        case RKind::Float64: appendPrintedFloat(slotToDouble(image[0]), out); return true;
        case RKind::String:
            if (type.named && !type.package.empty()) out += '"';
            appendIndented(heap.view(image[0], image[1]), out);
            if (type.named && !type.package.empty()) out += '"';
            return true;
        default:
            if (type.isSigned()) {
                out += std::to_string(static_cast<int64_t>(image[0]));
                return true;
            }
            if (type.isUnsigned()) {
                out += std::to_string(image[0]);
                return true;
            }
            return false;
    }
}

}  // namespace

void appendPrintedFloat(double value, std::string& out) {
    if (std::isnan(value)) {
        out += "NaN";
    } else if (std::isinf(value)) {
        out += value > 0 ? "+Inf" : "-Inf";
    } else {
        std::string text = scientificText(value, 6);
        if (text[0] != '-') text.insert(0, 1, '+');
        // Go writes the exponent with at least three digits.
        const size_t exponent = text.find('e') + 2;
        while (text.size() - exponent < 3) text.insert(exponent, 1, '0');
        out += text;
    }
}

void appendHex(uint64_t value, std::string& out) {
    out += "0x";
    appendHexDigits(out, value, 1);
}

void appendAddress(Slot pointer, std::string& out) {
    if (pointer == 0) {
        out += "0x0";
        return;
    }
    appendHex(0xc000000000ull + uint64_t{pointerObject(pointer)} * Heap::kUnitBytes + pointerOffset(pointer),
              out);
}

static bool isBoundsText(std::string_view text) {
    constexpr std::string_view kStarts[] = {"index out of range", "slice bounds out of range",
                                            "cannot convert slice"};
    for (std::string_view start : kStarts)
        if (text.substr(0, start.size()) == start) return true;
    return false;
}

void Machine::setRuntimeError(PanicRecord& record, std::string_view text, bool plain) {
    const WellKnownTypes& known = program().known;
    TypeId type = plain ? known.runtimePlainError : known.runtimeErrorString;
    // boundsError has one field, the text: the same image as the string types.
    if (!plain && isBoundsText(text)) type = known.runtimeBoundsError;
    std::string whole(text);
    if (type == 0) {
        // A program without package runtime (hand-made ones): a plain string says the same.
        type = program().known.stringType;
        if (!plain) whole = "runtime error: " + whole;
    }
    if (type == 0) return;
    const GoString copy = newString(heap_, whole);
    const ObjectRef box = heap_.alloc(kLayoutString, 1);
    if (box == 0) return;
    heap_.slots(box)[0] = copy.pointer;
    heap_.slots(box)[1] = copy.length;
    record.type = type;
    record.data = makePointer(box);
}

// What follows allocates the panic's value only in its turn: whatever is executed again must not allocate
// twice, or addresses would depend on where a run was paused.

Flow Machine::panicText(MachineGoroutine& g, std::string_view text, bool plain) {
    if (!takeTurn(g)) return Flow::Leave;
    PanicRecord* record = newPanic();
    setRuntimeError(*record, text, plain);
    return startPanic(g, record);
}

Flow Machine::panicNil(MachineGoroutine& g) {
    if (!takeTurn(g)) return Flow::Leave;
    PanicRecord* record = newPanic();
    setRuntimeError(*record, "invalid memory address or nil pointer dereference", false);
    record->nilDereference = true;
    return startPanic(g, record);
}

Flow Machine::panicIndex(MachineGoroutine& g, int64_t index, uint64_t length) {
    const uint32_t number = image_.functionAt(g.pc);
    const PcPosition* entry = positionEntryAt(image_.function(number), g.pc - image_.functions[number].start);
    const bool isUnsigned = entry != nullptr && entry->isUnsignedIndex;
    const std::string shown =
        isUnsigned ? std::to_string(static_cast<uint64_t>(index)) : std::to_string(index);
    std::string text = "index out of range [" + shown + "]";
    if (index >= 0 || isUnsigned) text += " with length " + std::to_string(length);
    return panicText(g, text);
}

Flow Machine::panicString(MachineGoroutine& g, std::string_view text) {
    if (!takeTurn(g)) return Flow::Leave;
    const GoString copy = newString(heap_, text);
    const ObjectRef box = heap_.alloc(kLayoutString, 1);
    if (box == 0) return outOfMemory(g);
    heap_.slots(box)[0] = copy.pointer;
    heap_.slots(box)[1] = copy.length;
    return panicValue(g, program().known.stringType, makePointer(box));
}

Flow Machine::panicAssertion(MachineGoroutine& g, std::string_view text) {
    const TypeId type = program().known.typeAssertionError;
    if (type == 0) return panicText(g, text, true);
    if (!takeTurn(g)) return Flow::Leave;
    const GoString copy = newString(heap_, text);
    const ObjectRef object = heap_.allocType(types()[type].elem);
    if (object == 0) return outOfMemory(g);
    heap_.slots(object)[0] = copy.pointer;
    heap_.slots(object)[1] = copy.length;
    return panicValue(g, type, makePointer(object));
}

void Machine::appendPanicValue(const PanicRecord& record, std::string& out) {
    if (record.textReady) {
        appendIndented(heap_.view(record.textPointer, record.textLength), out);
        return;
    }
    if (record.type == 0) {
        out += "nil";
        return;
    }
    const TypeId id = static_cast<TypeId>(record.type);
    const RType& type = types()[id];
    Slot scratch;
    const Slot* image = interfaceImage(heap_, id, record.data, &scratch);
    if (id == program().known.runtimeErrorString || id == program().known.runtimeBoundsError) {
        out += "runtime error: ";
        out += heap_.view(image[0], image[1]);
        return;
    }
    if (id == program().known.runtimePlainError) {
        out += heap_.view(image[0], image[1]);
        return;
    }
    if (id == program().known.typeAssertionError || id == program().known.errorsErrorString) {
        const Slot* text = heap_.slotAt(record.data);
        out += heap_.view(text[0], text[1]);
        return;
    }
    const bool custom = type.named && !type.package.empty();
    std::string value;
    if (appendBasic(type, heap_, image, value)) {
        if (custom) out += type.name + "(";
        out += value;
        if (custom) out += ")";
        return;
    }
    out += "(" + type.name + ") ";
    appendAddress(record.data, out);
}

void Machine::printPanics(const PanicRecord* newest, std::string& out) {
    std::vector<const PanicRecord*> oldestFirst;
    for (const PanicRecord* record = newest; record != nullptr; record = record->link)
        oldestFirst.push_back(record);
    for (size_t i = oldestFirst.size(); i-- > 0;) {
        const PanicRecord& record = *oldestFirst[i];
        if (i + 1 < oldestFirst.size() && !oldestFirst[i + 1]->goexit) out += "\t";
        if (record.goexit) continue;
        out += "panic: ";
        appendPanicValue(record, out);
        if (record.recovered) out += " [recovered]";
        out += "\n";
    }
}

void Machine::die(MachineGoroutine& g) {
    g.base = g.panics->base;
    g.pc = g.panics->pc;
    // Deferred calls have run since then.
    if (recorder().enabled()) recorder().here().pos = userPosition(g);
    std::string text;
    printPanics(g.panics, text);
    for (const PanicRecord* record = g.panics; record != nullptr; record = record->link) {
        if (!record->nilDereference) continue;
        text += "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=";
        appendHex(0x480000 + uint64_t{record->pc} * 8, text);
        text += "]\n";
        break;
    }
    std::string line;
    appendPanicValue(*g.panics, line);
    const std::string first = "panic: " + line.substr(0, line.find('\n'));
    text += "\n" + traceback(g, "running");
    write(2, text);
    recorder().emit(EventKind::Fatal, 0, recorder().text(first));
    scheduler_.finish(Outcome::Died, 2, first);
}

namespace {

/// The frames of Go's library (1.24) that end the program; here they are one native call.
struct FatalFrames {
    std::string_view text;
    std::string_view frames;
};

constexpr FatalFrames kFatalFrames[] = {
    {"sync: unlock of unlocked mutex",
     "internal/sync.fatal(...)\n\t/usr/local/go/src/runtime/panic.go:1068 +0x18\n"
     "internal/sync.(*Mutex).unlockSlow(...)\n\t/usr/local/go/src/internal/sync/mutex.go:204 +0x35\n"
     "internal/sync.(*Mutex).Unlock(...)\n\t/usr/local/go/src/internal/sync/mutex.go:198\n"
     "sync.(*Mutex).Unlock(...)\n\t/usr/local/go/src/sync/mutex.go:65\n"},
    {"sync: RUnlock of unlocked RWMutex",
     "sync.fatal(...)\n\t/usr/local/go/src/runtime/panic.go:1038 +0x18\n"
     "sync.(*RWMutex).rUnlockSlow(...)\n\t/usr/local/go/src/sync/rwmutex.go:132 +0x39\n"
     "sync.(*RWMutex).RUnlock(...)\n\t/usr/local/go/src/sync/rwmutex.go:122\n"},
    {"sync: Unlock of unlocked RWMutex",
     "sync.fatal(...)\n\t/usr/local/go/src/runtime/panic.go:1038 +0x18\n"
     "sync.(*RWMutex).Unlock(...)\n\t/usr/local/go/src/sync/rwmutex.go:212 +0x45\n"},
};

}  // namespace

Flow Machine::fatal(MachineGoroutine& g, std::string_view text) {
    if (!takeTurn(g)) return Flow::Leave;
    const std::string first = "fatal error: " + std::string(text);
    std::string traces = tracebackAll(&g);
    for (const FatalFrames& known : kFatalFrames) {
        if (known.text == text) traces.insert(traces.find('\n') + 1, known.frames);
    }
    write(2, first + "\n\n" + traces);
    recorder().emit(EventKind::Fatal, 0, recorder().text(first));
    scheduler_.finish(Outcome::Died, 2, first);
    return leave(RunResult::Stopped);
}

Flow Machine::stopAtLimit(std::string_view text) {
    scheduler_.finish(Outcome::Limit, kLimitExitCode, text);
    return leave(RunResult::Stopped);
}

Flow Machine::exit(int code) {
    scheduler_.finish(Outcome::Exited, code, code == 0 ? "" : "exit status " + std::to_string(code));
    return leave(RunResult::Stopped);
}

void Machine::reportDeadlock() {
    if (deadlockReported_) return;
    deadlockReported_ = true;
    bool mainLives = false;
    for (Goroutine* g = scheduler_.first(); g != nullptr; g = g->allNext)
        mainLives = mainLives || g->number == 1;
    std::string text = mainLives ? "fatal error: all goroutines are asleep - deadlock!\n"
                                 : "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n";
    const std::string traces = tracebackAll(nullptr);
    if (!traces.empty()) text += "\n" + traces;
    write(2, text);
}

}  // namespace sluice
