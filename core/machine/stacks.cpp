// Goroutines, stacks, and the records of deferred calls and panics: pools and limits.
#include <cstdlib>
#include <cstring>
#include <new>

#include "machine/machine.h"

namespace sluice {

namespace {

/// Goroutines are allocated by the dozen: fewer, larger host allocations.
constexpr uint32_t kGoroutineChunk = 64;
/// Deferred calls with up to this many argument slots are pooled.
constexpr uint32_t kPooledDeferArgs = 6;
constexpr size_t kMaxPooledDefers = 4096;

}  // namespace

MachineGoroutine* Machine::newGoroutine() {
    if (freeGoroutines_.empty()) {
        MachineGoroutine* chunk = new MachineGoroutine[kGoroutineChunk];
        chunks_.push_back(chunk);
        for (uint32_t i = kGoroutineChunk; i-- > 0;) freeGoroutines_.push_back(chunk + i);
    }
    MachineGoroutine* g = freeGoroutines_.back();
    freeGoroutines_.pop_back();
    return g;
}

void Machine::freeGoroutine(MachineGoroutine* g) {
    while (g->defers != nullptr) {
        DeferRecord* record = g->defers;
        g->defers = record->next;
        freeDefer(record);
    }
    while (g->panics != nullptr) {
        PanicRecord* record = g->panics;
        g->panics = record->link;
        freePanic(record);
    }
    stackBytes_ -= uint64_t{g->capacity} * sizeof(Slot);
    if (g->capacity == kInitialStackSlots && freeStacks_.size() < kMaxPooledStacks) {
        freeStacks_.push_back(g->stack);
    } else {
        std::free(g->stack);
    }
    *g = MachineGoroutine();
    freeGoroutines_.push_back(g);
}

void Machine::reap(Goroutine& g) { freeGoroutine(static_cast<MachineGoroutine*>(&g)); }

bool Machine::growStack(MachineGoroutine& g, uint64_t slots) {
    uint64_t capacity = g.capacity == 0 ? kInitialStackSlots : g.capacity;
    while (capacity < slots) capacity *= 2;
    const uint64_t bytes = capacity * sizeof(Slot);
    if (bytes > limits_.stackBytes) return false;
    const uint64_t others = stackBytes_ - uint64_t{g.capacity} * sizeof(Slot);
    if (others + bytes > limits_.totalStackBytes) return false;
    if (g.capacity == 0 && capacity == kInitialStackSlots && !freeStacks_.empty()) {
        g.stack = freeStacks_.back();
        freeStacks_.pop_back();
        std::memset(g.stack, 0, bytes);
    } else {
        void* moved = std::realloc(g.stack, bytes);
        if (moved == nullptr) return false;
        g.stack = static_cast<Slot*>(moved);
        std::memset(g.stack + g.capacity, 0, bytes - uint64_t{g.capacity} * sizeof(Slot));
    }
    g.capacity = static_cast<uint32_t>(capacity);
    stackBytes_ = others + bytes;
    return true;
}

bool Machine::ensureStack(MachineGoroutine& g, uint64_t slots) {
    if (slots <= g.capacity || growStack(g, slots)) return true;
    stackOverflow(g);
    return false;
}

DeferRecord* Machine::newDefer(uint32_t argCount) {
    if (argCount <= kPooledDeferArgs && !freeDefers_.empty()) {
        DeferRecord* record = freeDefers_.back();
        freeDefers_.pop_back();
        const uint32_t room = record->argCapacity;
        *record = DeferRecord();
        record->argCapacity = room;
        record->argCount = argCount;
        return record;
    }
    const uint32_t room = argCount < kPooledDeferArgs ? kPooledDeferArgs : argCount;
    void* memory = std::malloc(sizeof(DeferRecord) + room * sizeof(Slot));
    SLUICE_ASSERT(memory != nullptr);
    DeferRecord* record = new (memory) DeferRecord();
    record->argCapacity = room;
    record->argCount = argCount;
    return record;
}

void Machine::freeDefer(DeferRecord* record) {
    if (record->argCapacity == kPooledDeferArgs && freeDefers_.size() < kMaxPooledDefers) {
        freeDefers_.push_back(record);
    } else {
        std::free(record);
    }
}

PanicRecord* Machine::newPanic() {
    if (freePanics_.empty()) return new PanicRecord();
    PanicRecord* record = freePanics_.back();
    freePanics_.pop_back();
    *record = PanicRecord();
    return record;
}

void Machine::freePanic(PanicRecord* record) { freePanics_.push_back(record); }

MachineGoroutine* Machine::launch(uint32_t function, Slot closure, const Slot* args, uint32_t argCount,
                                  uint32_t creatorPc, uint32_t parent, uint32_t pos, uint32_t site) {
    if (scheduler_.liveCount() >= limits_.goroutines) {
        stopAtLimit("goroutine limit of " + std::to_string(limits_.goroutines) + " reached");
        return nullptr;
    }
    const FunctionEntry& entry = image_.functions[function];
    MachineGoroutine* g = newGoroutine();
    if (!growStack(*g, uint64_t{kFrameLinkSlots} + entry.frameSlots)) {
        freeGoroutine(g);
        stopAtLimit("limit of " + std::to_string(limits_.totalStackBytes >> 20) +
                    " MiB for goroutine stacks reached");
        return nullptr;
    }
    g->base = kFrameLinkSlots;
    g->pc = entry.start;
    g->function = function;
    g->creatorPc = creatorPc;
    Slot* base = g->registers();
    base[-3] = makeReturn(kStubEnd, 0);
    base[-1] = closure;
    for (uint32_t i = 0; i < argCount; ++i) base[entry.resultSlots + i] = args[i];
    GoroutineNames names = goroutineNames(function, site);
    if (auto* starter = static_cast<MachineGoroutine*>(scheduler_.current());
        starter != nullptr && starter->nextName != 0) {
        names.name = starter->nextName;
        starter->nextName = 0;
    }
    GoroutineInfo info;
    info.function = names.function;
    info.name = names.name;
    info.parent = parent;
    info.pos = pos;
    scheduler_.start(*g, info, names.name);
    return g;
}

bool Machine::spawn(Slot closure, uint32_t parent, uint32_t pos) {
    const uint32_t function = static_cast<uint32_t>(heap_.slotAt(closure)[0]);
    return launch(function, closure, nullptr, 0, 0, parent, pos, 0) != nullptr;
}

Machine::~Machine() {
    for (MachineGoroutine* chunk : chunks_) {
        for (uint32_t i = 0; i < kGoroutineChunk; ++i) {
            for (DeferRecord *record = chunk[i].defers, *next; record != nullptr; record = next) {
                next = record->next;
                std::free(record);
            }
            for (PanicRecord *record = chunk[i].panics, *link; record != nullptr; record = link) {
                link = record->link;
                delete record;
            }
            std::free(chunk[i].stack);
        }
        delete[] chunk;
    }
    for (Slot* stack : freeStacks_) std::free(stack);
    for (DeferRecord* record : freeDefers_) std::free(record);
    for (PanicRecord* record : freePanics_) delete record;
}

}  // namespace sluice
