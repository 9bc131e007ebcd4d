// Maps: the values of keys and elements are register images here, memory images in heap/map.
#include <cstring>

#include "heap/copy_slots.h"
#include "heap/map.h"
#include "machine/ops.h"

namespace sluice {

namespace {

/// Charged for an access by key: hashing and comparing.
constexpr int64_t kMapAccessCost = 7;

/// What an access costs. To be charged when nothing can go wrong any more: an operation that fails may have
/// to be executed again in its turn, and would pay twice, depending on where the run was paused.
int64_t accessCost(const MapResult& result) { return kMapAccessCost + compareCost(result.values); }

Flow mapPanic(Machine& m, MachineGoroutine& g, const MapResult& result) {
    switch (result.status) {
        case MapStatus::NilMap: return m.panicText(g, "assignment to entry in nil map", true);
        case MapStatus::Unhashable:
            return m.panicText(g, "hash of unhashable type " + m.types()[result.type].name);
        case MapStatus::TooDeep: return m.fatal(g, "stack overflow");
        case MapStatus::TooLong: return comparisonTooLong(m, g);
        case MapStatus::OutOfMemory: return m.outOfMemory(g);
        case MapStatus::Ok: break;
    }
    SLUICE_UNREACHABLE("a map operation that went well does not panic");
}

/// The flat image of a key that lies in registers, outside the arena: big keys are copied to `copy`.
const Slot* keyImage(Machine& m, const RType& key, const Slot* registers, std::vector<Slot>& copy) {
    if (!key.big) return registers;
    copy.assign(key.slots, 0);
    if (registers[0] != 0) std::memcpy(copy.data(), m.heap().slotAt(registers[0]), key.slots * sizeof(Slot));
    return copy.data();
}

/// Copies a memory image to registers. Big values get a box; false when out of memory. `image` null: the
/// zero value.
bool toRegisters(Machine& m, TypeId id, Slot* registers, const Slot* image) {
    const RType& type = m.types()[id];
    if (!type.big) {
        if (image != nullptr) {
            copySlots(registers, image, type.slots);
        } else {
            zeroSlots(registers, type.slots);
        }
        return true;
    }
    std::vector<Slot> copy(type.slots, 0);
    if (image != nullptr) std::memcpy(copy.data(), image, type.slots * sizeof(Slot));
    const ObjectRef box = m.heap().allocType(id);
    if (box == 0) return false;
    std::memcpy(m.heap().slots(box), copy.data(), type.slots * sizeof(Slot));
    registers[0] = makePointer(box);
    return true;
}

/// The slots of an iterator object (kLayoutMapIterator).
enum IteratorField : uint32_t {
    kIteratorMap,
    kIteratorEntries,
    kIteratorStart,
    kIteratorPosition,
    kIteratorType
};

}  // namespace

Flow Ops::makeMap(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const int64_t hint = in.d == 1 ? static_cast<int64_t>(base[in.b]) : 0;
    // Go ignores hints that are negative or too large to be meant.
    const uint64_t sensible = hint > 0 && hint < (int64_t{1} << 40) ? static_cast<uint64_t>(hint) : 0;
    const Slot map = newMap(m.heap(), ext.a, sensible, static_cast<uint32_t>(ext.bc()));
    if (map == 0) return m.outOfMemory(g);
    base[in.a] = map;
    return Flow::Next;
}

Flow Ops::mapGet(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext, bool commaOk) {
    if (m.mapWriters().meetsWriter(m.scheduler(), base[in.b], g.number) && m.isUserCode(g))
        return m.fatal(g, "concurrent map read and map write");
    const RType& type = m.types()[ext.a];
    std::vector<Slot> copy;
    const Slot* key = keyImage(m, m.types()[type.key], base + in.c, copy);
    const MapResult result = mapFind(m.heap(), ext.a, base[in.b], key);
    if (result.status != MapStatus::Ok) return mapPanic(m, g, result);
    if (!toRegisters(m, type.elem, base + in.a, result.value)) return m.outOfMemory(g);
    m.scheduler().charge(accessCost(result));
    if (commaOk) base[ext.b] = result.value != nullptr;
    return Flow::Next;
}

Flow Ops::mapSet(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    if (m.mapWriters().write(m.scheduler(), base[in.a], g.number) && m.isUserCode(g))
        return m.fatal(g, "concurrent map writes");
    const RType& type = m.types()[ext.a];
    const RType& elem = m.types()[type.elem];
    std::vector<Slot> copy;
    const Slot* key = keyImage(m, m.types()[type.key], base + in.b, copy);
    const MapResult result = mapAssign(m.heap(), ext.a, base[in.a], key);
    if (result.status != MapStatus::Ok) return mapPanic(m, g, result);
    m.scheduler().charge(accessCost(result));
    if (elem.big && base[in.c] == 0) {
        std::memset(result.value, 0, elem.slots * sizeof(Slot));
    } else {
        copyBytes(result.value, flatImage(m.heap(), elem, base + in.c), elem.slots * sizeof(Slot));
    }
    return Flow::Next;
}

Flow Ops::mapRemove(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    if (m.mapWriters().write(m.scheduler(), base[in.a], g.number) && m.isUserCode(g))
        return m.fatal(g, "concurrent map writes");
    std::vector<Slot> copy;
    const Slot* key = keyImage(m, m.types()[m.types()[ext.a].key], base + in.b, copy);
    const MapResult result = mapDelete(m.heap(), ext.a, base[in.a], key);
    if (result.status != MapStatus::Ok) return mapPanic(m, g, result);
    m.scheduler().charge(accessCost(result));
    return Flow::Next;
}

Flow Ops::mapIter(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const Slot map = base[in.b];
    const ObjectRef object = m.heap().alloc(kLayoutMapIterator, 1);
    if (object == 0) return m.outOfMemory(g);
    const uint32_t choices = static_cast<uint32_t>(mapStartChoices(m.heap(), map));
    const uint32_t start = m.scheduler().strategy().choose(ChoiceKind::MapOrder, choices);
    const MapIterator iterator = mapIterate(m.heap(), in.c, map, start);
    Slot* slots = m.heap().slots(object);
    slots[kIteratorMap] = iterator.map;
    slots[kIteratorEntries] = iterator.entries;
    slots[kIteratorStart] = iterator.start;
    slots[kIteratorPosition] = iterator.position;
    slots[kIteratorType] = in.c;
    base[in.a] = makePointer(object);
    return Flow::Next;
}

Flow Ops::mapAdvance(Machine& m, MachineGoroutine& g, Slot* base, Instr in, bool& atEnd) {
    Slot* slots = m.heap().slotAt(base[in.a]);
    MapIterator iterator{slots[kIteratorMap], slots[kIteratorEntries], slots[kIteratorStart],
                         slots[kIteratorPosition]};
    const TypeId mapType = static_cast<TypeId>(slots[kIteratorType]);
    if (m.mapWriters().meetsWriter(m.scheduler(), iterator.map, g.number) && m.isUserCode(g))
        return m.fatal(g, "concurrent map iteration and map write");
    const MapEntry entry = mapNext(m.heap(), mapType, iterator);
    if (entry.key == nullptr) {
        slots[kIteratorMap] = 0;
        atEnd = true;
        return Flow::Next;
    }
    const RType& type = m.types()[mapType];
    const Slot* value = entry.value;
    std::vector<Slot> saved;
    if (m.types()[type.key].big && (in.d & 2) != 0) {
        // Boxing the key may move the arena.
        saved.assign(value, value + m.types()[type.elem].slots);
        value = saved.data();
    }
    if ((in.d & 1) != 0 && !toRegisters(m, type.key, base + in.b, entry.key)) return m.outOfMemory(g);
    if ((in.d & 2) != 0 && !toRegisters(m, type.elem, base + in.c, value)) return m.outOfMemory(g);
    m.heap().slotAt(base[in.a])[kIteratorPosition] = iterator.position;
    return Flow::Next;
}

}  // namespace sluice
