// Walking stacks, Go's goroutine traces, and the inspector's view of frames.
#include "machine/traceback.h"

#include "machine/machine.h"
#include "machine/print_number.h"
#include "machine/value_tree.h"
#include "source/text.h"

namespace sluice {

ShownPlace shownPlaceOf(const Image& image, uint32_t pc) {
    const LineColumn at = image.lineColumn(pc);
    const uint32_t number = image.functionAt(pc);
    if (at.line == 0 || number == 0) return {image.fileName(pc), at.line, at.column};
    const SourceFile* file = image.files->fileOf(image.function(number).positions.front().pos);
    if (file == nullptr) return {};
    return shownPlace(*file, file->lineStart(at.line) + at.column - 1);
}

FrameCursor Machine::innermost(const MachineGoroutine& g) const {
    const uint32_t pc = g.behindCall ? g.pc - 1 : g.pc;
    return {g.base, pc, image_.functionAt(pc), false};
}

bool Machine::callerOf(const MachineGoroutine& g, FrameCursor& frame, const PanicRecord*& panic) const {
    const Slot link = g.stack[frame.base - 3];
    const uint32_t returnPc = static_cast<uint32_t>(link);
    const uint32_t distance = static_cast<uint32_t>(link >> 32);
    switch (returnPc) {
        case kStubEnd: return false;
        case kStubPanic:
        case kStubPanicText: {
            // The frame that panicked: whose deferred call (or Error method) this is.
            while (panic != nullptr && panic->base != frame.base - distance) panic = panic->link;
            if (panic == nullptr) return false;
            frame = {panic->base, panic->pc, image_.functionAt(panic->pc), true};
            panic = panic->link;
            return true;
        }
        case kStubNative: {
            const uint32_t record = frame.base - distance;
            const uint32_t pc = static_cast<uint32_t>(g.stack[record + 1]);
            frame = {record - static_cast<uint32_t>(g.stack[record + 2]), pc, image_.functionAt(pc), false};
            return true;
        }
        default:
            frame = {frame.base - distance, returnPc - 1, image_.functionAt(returnPc - 1), false};
            return true;
    }
}

bool Machine::isUserCode(const MachineGoroutine& g) const {
    return image_.function(innermost(g).function).name.rfind("main.", 0) == 0;
}

uint32_t Machine::userPosition(const MachineGoroutine& g) const {
    FrameCursor frame = innermost(g);
    const PanicRecord* panic = g.panics;
    do {
        const uint32_t position = image_.positions[frame.pc];
        if (position != 0) return position;
    } while (callerOf(g, frame, panic));
    return g.creatorPc != 0 ? image_.positions[g.creatorPc] : 0;
}

namespace {

/// One line pair of a trace. Arguments are not shown (as Go does for inlined calls), offsets are made from
/// the pc.
std::string frameText(const Image& image, const FrameCursor& frame) {
    const Function& function = image.function(frame.function);
    std::string out = function.name + (function.paramSlots > 0 ? "(...)\n" : "()\n");
    const ShownPlace place = shownPlaceOf(image, frame.pc);
    out += "\t" + place.file + ":" + std::to_string(place.line) + " +";
    appendHex((frame.pc - image.functions[frame.function].start) * 8 + 0x1d, out);
    return out + "\n";
}

bool isShown(const Image& image, const FrameCursor& frame) {
    const Function& function = image.function(frame.function);
    return frame.function != 0 && !function.isWrapper && !function.positions.empty() &&
           frame.function != image.program->entryFunction;
}

/// The frames of Go's library (1.24) in which a goroutine waits; here the wait is one native call.
struct LibraryFrames {
    WaitReason reason;
    const char* text;
};

constexpr LibraryFrames kLibraryFrames[] = {
    {WaitReason::Sleep, "time.Sleep(...)\n\t/usr/local/go/src/runtime/time.go:338 +0x165\n"},
    {WaitReason::MutexLock,
     "internal/sync.runtime_SemacquireMutex(...)\n\t/usr/local/go/src/runtime/sema.go:95 +0x25\n"
     "internal/sync.(*Mutex).lockSlow(...)\n\t/usr/local/go/src/internal/sync/mutex.go:149 +0x15d\n"
     "internal/sync.(*Mutex).Lock(...)\n\t/usr/local/go/src/internal/sync/mutex.go:70\n"
     "sync.(*Mutex).Lock(...)\n\t/usr/local/go/src/sync/mutex.go:46\n"},
    {WaitReason::RWMutexRLock,
     "sync.runtime_SemacquireRWMutexR(...)\n\t/usr/local/go/src/runtime/sema.go:100 +0x25\n"
     "sync.(*RWMutex).RLock(...)\n\t/usr/local/go/src/sync/rwmutex.go:74 +0x3c\n"},
    {WaitReason::RWMutexLock,
     "sync.runtime_SemacquireRWMutex(...)\n\t/usr/local/go/src/runtime/sema.go:105 +0x25\n"
     "sync.(*RWMutex).Lock(...)\n\t/usr/local/go/src/sync/rwmutex.go:155 +0x6a\n"},
    {WaitReason::WaitGroupWait,
     "sync.runtime_SemacquireWaitGroup(...)\n\t/usr/local/go/src/runtime/sema.go:110 +0x25\n"
     "sync.(*WaitGroup).Wait(...)\n\t/usr/local/go/src/sync/waitgroup.go:118 +0x48\n"},
    {WaitReason::CondWait,
     "sync.runtime_notifyListWait(...)\n\t/usr/local/go/src/runtime/sema.go:597 +0x159\n"},
};

}  // namespace

void Machine::appendFrames(MachineGoroutine& g, std::string& out) {
    std::vector<std::string> lines;
    if (g.isWaiting()) {
        for (const LibraryFrames& frames : kLibraryFrames)
            if (frames.reason == g.reason) lines.push_back(frames.text);
    }
    FrameCursor frame = innermost(g);
    const PanicRecord* panic = g.panics;
    // The newest panic is what the trace is about; older ones show where their deferred calls run.
    do {
        if (frame.panicsHere) {
            lines.push_back(
                "panic({0x47b9a0?, 0xc000012345?})\n\t/usr/local/go/src/runtime/panic.go:792 +0x132\n");
        }
        if (isShown(image_, frame)) lines.push_back(frameText(image_, frame));
    } while (callerOf(g, frame, panic));
    const size_t most = kTracebackInnermost + kTracebackOutermost;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines.size() > most && i == kTracebackInnermost) {
            out += "..." + std::to_string(lines.size() - most) + " frames elided...\n";
            i = lines.size() - kTracebackOutermost;
        }
        out += lines[i];
    }
    if (g.creatorPc != 0) {
        const uint32_t creator = image_.functionAt(g.creatorPc);
        const ShownPlace place = shownPlaceOf(image_, g.creatorPc);
        out += "created by " + image_.function(creator).name + " in goroutine " + std::to_string(g.parent) +
               "\n\t" + place.file + ":" + std::to_string(place.line) + " +";
        appendHex((g.creatorPc - image_.functions[creator].start) * 8 + 0x1d, out);
        out += "\n";
    }
}

std::string Machine::traceback(MachineGoroutine& g, std::string_view status) {
    std::string out = "goroutine " + std::to_string(g.number) + " [" + std::string(status) + "]:\n";
    appendFrames(g, out);
    return out;
}

std::string Machine::tracebackAll(MachineGoroutine* running) {
    constexpr uint32_t kMostGoroutines = 100;  // Enough to read; a program may have a million.
    std::string out;
    uint32_t shown = 0;
    uint32_t left = 0;
    if (running != nullptr) {
        out += traceback(*running, "running");
        ++shown;
    }
    for (Goroutine* each = scheduler_.first(); each != nullptr; each = each->allNext) {
        if (each == running || each->system || each->status == GoroutineStatus::Dead) continue;
        if (shown == kMostGoroutines) {
            ++left;
            continue;
        }
        std::string status = statusText(each->status);
        if (each->isWaiting()) {
            status = waitReasonText(each->reason);
            const int64_t minutes = (scheduler_.now() - each->waitSince) / (int64_t{60} * 1'000'000'000);
            if (minutes >= 1) status += ", " + std::to_string(minutes) + " minutes";
        }
        if (shown++ > 0) out += "\n";
        out += traceback(*static_cast<MachineGoroutine*>(each), status);
    }
    if (left > 0) out += "\n... " + std::to_string(left) + " more goroutines\n";
    return out;
}

std::vector<FrameCursor> Machine::shownFrames(const MachineGoroutine& g) const {
    std::vector<FrameCursor> frames;
    FrameCursor frame = innermost(g);
    const PanicRecord* panic = g.panics;
    do {
        if (isShown(image_, frame)) frames.push_back(frame);
    } while (frames.size() < kMaxInspectedFrames && callerOf(g, frame, panic));
    return frames;
}

std::vector<InspectedFrame> Machine::inspect(const MachineGoroutine& g, bool withLocals) {
    std::vector<InspectedFrame> frames;
    for (const FrameCursor& frame : shownFrames(g)) {
        const Function& function = image_.function(frame.function);
        InspectedFrame view;
        view.function = function.name;
        view.file = image_.fileName(frame.pc);
        const LineColumn at = image_.lineColumn(frame.pc);
        view.line = at.line;
        view.column = at.column;
        view.library = function.isLibrary;
        if (withLocals) {
            for (const LocalPlace& local : localsOf(g, frame))
                view.locals.push_back(describePlace(*this, local.variable->name, local.place));
        }
        frames.push_back(std::move(view));
    }
    return frames;
}

}  // namespace sluice
