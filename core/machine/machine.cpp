#include "machine/machine.h"

#include <algorithm>
#include <cstring>

namespace sluice {

Machine::Machine(const Image& image, Scheduler& scheduler, const Limits& limits)
    : plainLoop_(&Machine::plainLoop),
      image_(image),
      scheduler_(scheduler),
      limits_(limits),
      heap_(image.program->types, limits.heapBytes),
      collector_(heap_),
      sync_(scheduler, heap_, *this),
      methodCache_(kMethodCacheSize) {
    prepareHeap();
    scheduler_.setExecutor(*this);
    recorder().setFormatter(this);
    roots_.push_back(this);
    roots_.push_back(&finalizers_);
}

void Machine::prepareHeap() {
    const Program& program = *image_.program;
    literalBoxes_.assign(program.strings.size(), 0);
    closures_.assign(program.functions.size(), 0);
    typeNames_.assign(program.types.types.size(), 0);
    siteNames_.resize(program.sites.size());
    globals_ = heap_.alloc(program.globalsLayout, 1);
    literals_ = heap_.allocBytes(image_.stringBytes.size());
    if (globals_ != 0) heap_.makePermanent(globals_);
    if (literals_ != 0) {
        heap_.makePermanent(literals_);
        if (!image_.stringBytes.empty()) {
            std::memcpy(heap_.bytes(literals_), image_.stringBytes.data(), image_.stringBytes.size());
        }
    }
}

void Machine::start() {
    if (globals_ == 0 || literals_ == 0) {
        stopAtLimit("heap limit of " + std::to_string(limits_.heapBytes >> 20) + " MiB reached");
        return;
    }
    launch(program().entryFunction, 0, nullptr, 0, 0, 0, 0, 0);
}

bool Machine::write(int stream, std::string_view text) {
    if (outputBytes_ + text.size() > limits_.outputBytes) {
        stopAtLimit("output limit of " + std::to_string(limits_.outputBytes >> 10) + " KiB reached");
        return false;
    }
    outputBytes_ += text.size();
    const bool wasError = outputSwitches_.size() % 2 != 0;
    if (wasError != (stream == 2)) outputSwitches_.push_back(output_[2].size());
    output_[stream == 2 ? 1 : 0] += text;
    output_[2] += text;
    if (recorder().enabled()) {
        recorder().emit(EventKind::Output, 0, recorder().text(text), static_cast<uint32_t>(stream));
    }
    return true;
}

void Machine::collect() {
    if (!finalizers_.isEmpty()) findUnreachable();
    collector_.collect(roots_);
    mapWriters_.clear();
}

void Machine::markRoots(Collector& collector) {
    collector.markObject(globals_);
    for (Goroutine* each = scheduler_.first(); each != nullptr; each = each->allNext) {
        markGoroutine(collector, *static_cast<MachineGoroutine*>(each));
    }
}

void Machine::markGoroutine(Collector& collector, const MachineGoroutine& g) {
    // Where the innermost frame ends is known only while the goroutine stands in a function. Between a
    // deferred call and what comes after it, it stands at a stub, and the frame that panicked lies above the
    // base; then, and for natives that called back, all of the stack is looked at: stale slots are checked
    // like any other.
    const uint32_t function = image_.functionAt(g.pc);
    uint64_t top = g.capacity;
    if (function != 0 && !g.resumingNative)
        top = std::min<uint64_t>(top, uint64_t{g.base} + image_.functions[function].frameSlots);
    collector.markSlots(g.stack, top);
    for (DeferRecord* record = g.defers; record != nullptr; record = record->next) {
        collector.markPointer(record->closure);
        collector.markSlots(record->args(), record->argCount);
    }
    for (PanicRecord* record = g.panics; record != nullptr; record = record->link) {
        collector.markInterface(record->type, record->data);
        collector.markPointer(record->textPointer);
    }
}

Flow Machine::outOfMemory(MachineGoroutine& g) {
    heap_.clearOutOfMemory();
    // Collect and execute the instruction again; when nothing was allocated since the last time, there is no
    // hope.
    if (lastFailure_ != heap_.stats().allocations) {
        lastFailure_ = heap_.stats().allocations;
        collect();
        return Flow::Reload;
    }
    return heapExhausted(g);
}

Flow Machine::heapExhausted(MachineGoroutine& g) {
    if (!takeTurn(g)) return Flow::Leave;
    return stopAtLimit("heap limit of " + std::to_string(limits_.heapBytes >> 20) + " MiB reached");
}

bool Machine::takeTurn(MachineGoroutine& g) {
    if (inTurn_) return true;
    if (!scheduler_.mayAct()) {
        leaveResult_ = RunResult::OutOfTurn;
        return false;
    }
    inTurn_ = true;
    scheduler_.sync();
    if (recorder().enabled()) recorder().here().pos = userPosition(g);
    return true;
}

}  // namespace sluice
