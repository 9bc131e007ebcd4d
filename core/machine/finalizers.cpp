#include "machine/finalizers.h"

#include <algorithm>

#include "machine/liveness.h"
#include "machine/machine.h"

namespace sluice {

uint64_t Finalizers::add(FinalizerEntry entry, bool isCleanup) {
    entry.id = isCleanup ? ++cleanups_ : 0;
    entries_.push_back(entry);
    return entry.id;
}

bool Finalizers::hasFinalizer(Slot object) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const FinalizerEntry& entry) { return entry.id == 0 && entry.object == object; });
}

void Finalizers::removeFinalizer(Slot object) {
    std::erase_if(entries_,
                  [&](const FinalizerEntry& entry) { return entry.id == 0 && entry.object == object; });
}

void Finalizers::removeCleanup(uint64_t id) {
    std::erase_if(entries_, [&](const FinalizerEntry& entry) { return entry.id == id; });
}

bool Finalizers::take(FinalizerEntry& entry) {
    if (queue_.empty()) {
        isRunning_ = false;
        return false;
    }
    entry = queue_.back();
    queue_.pop_back();
    return true;
}

void Finalizers::findUnreachable(Heap& heap, Collector& collector) {
    // What a watched object leads to must wait for it, so that its finalizer finds everything in place.
    for (const FinalizerEntry& entry : entries_) {
        if (entry.id == 0) collector.markReferents(pointerObject(entry.object));
    }
    collector.follow();
    std::vector<FinalizerEntry> found;
    const auto move = [&](bool isCleanup) {
        std::erase_if(entries_, [&](const FinalizerEntry& entry) {
            const ObjectRef object = pointerObject(entry.object);
            if ((entry.id != 0) != isCleanup || collector.isMarked(object) ||
                heap.header(object).state == static_cast<uint8_t>(ObjectState::Permanent))
                return false;
            found.push_back(entry);
            return true;
        });
    };
    move(false);
    // An object comes back to life for its finalizer; its cleanups wait until it is really gone.
    for (const FinalizerEntry& entry : found) collector.markPointer(entry.object);
    collector.follow();
    move(true);
    queue_.insert(queue_.begin(), found.begin(), found.end());
}

void Finalizers::markRoots(Collector& collector) {
    collector.markPointer(runner_);
    for (const FinalizerEntry& entry : entries_) collector.markPointer(entry.closure);
    for (const FinalizerEntry& entry : queue_) {
        collector.markPointer(entry.closure);
        if (entry.id == 0) collector.markPointer(entry.object);
    }
}

void Machine::findUnreachable() {
    collector_.markObject(globals_);
    for (RootSource* source : roots_) {
        if (source != this) source->markRoots(collector_);
    }
    Liveness liveness(image_);
    for (Goroutine* each = scheduler_.first(); each != nullptr; each = each->allNext) {
        markLive(liveness, *static_cast<MachineGoroutine*>(each));
    }
    collector_.follow();
    finalizers_.findUnreachable(heap_, collector_);
}

void Machine::markLive(Liveness& liveness, const MachineGoroutine& g) {
    FrameCursor frame = innermost(g);
    const PanicRecord* panic = g.panics;
    const bool isPlain = g.panics == nullptr && !g.resumingNative && frame.function != 0;
    if (!isPlain) return markGoroutine(collector_, g);
    bool isInnermost = true;
    do {
        const uint32_t link = static_cast<uint32_t>(g.stack[frame.base - 3]);
        const bool isStub = link != kStubEnd && link < kStubCount;
        if (frame.function == 0 || isStub) return markGoroutine(collector_, g);
        const Slot* registers = g.stack + frame.base;
        collector_.markSlots(registers - 1, 1);
        const uint32_t pc = isInnermost ? frame.pc : frame.pc + 1;
        const uint32_t count = image_.functions[frame.function].registerCount;
        const std::vector<SlotKind>& kinds = image_.function(frame.function).kinds;
        for (uint32_t i = 0; i < count; ++i) {
            if (kinds[i] == SlotKind::Scalar || registers[i] == 0) continue;
            const bool isInterface = kinds[i] == SlotKind::Interface;
            if (liveness.isLive(frame.function, pc, i)) collector_.markSlots(registers + i + isInterface, 1);
        }
        if (isInnermost) {
            const Slot* window = registers + count + kFrameLinkSlots;
            collector_.markSlots(window, liveness.windowSlots(frame.function, pc));
        }
        isInnermost = false;
    } while (callerOf(g, frame, panic));
    for (DeferRecord* record = g.defers; record != nullptr; record = record->next) {
        collector_.markPointer(record->closure);
        collector_.markSlots(record->args(), record->argCount);
    }
}

bool Machine::startFinalizers() {
    if (!finalizers_.isDue()) return true;
    finalizers_.noteStarted();
    return spawn(finalizers_.runner(), 0, recorder().here().pos);
}

}  // namespace sluice
