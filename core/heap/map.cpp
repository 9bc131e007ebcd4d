#include "heap/map.h"

#include "heap/copy_slots.h"

#include <cstring>

namespace sluice {

namespace {

/// Slots of the header object (kLayoutMap).
enum MapField : uint32_t { kCount, kUsed, kCapacity, kIndexMask, kNanSalt, kEntries, kIndex };

constexpr Slot kDeletedEntry = 1;
/// Entries of the first allocation; doubles from there.
constexpr uint64_t kFirstCapacity = 8;
/// Hints above this are not believed: the map grows when it must.
constexpr uint64_t kMaxHint = uint64_t{1} << 26;

/// Geometry of one map type's entries, looked up once per operation.
struct Shape {
    const RType* type;
    uint32_t keySlots;
    uint32_t valueSlots;
    uint32_t stride;

    Shape(const Heap& heap, TypeId mapType) : type(&heap.types()[mapType]) {
        keySlots = heap.types()[type->key].slots;
        valueSlots = heap.types()[type->elem].slots;
        stride = 1 + keySlots + valueSlots;
    }
};

Slot* fields(Heap& heap, Slot map) { return heap.slotAt(map); }

Slot* entryAt(Heap& heap, Slot entries, const Shape& shape, uint64_t index) {
    return heap.slotAt(entries) + index * shape.stride;
}

/// The state word of a live entry: any value above kDeletedEntry.
Slot stateOf(uint64_t hash) { return hash | 2; }

/// Index slots hold entry number + 1; 0 is empty. Deleted entries stay in the index until it is rebuilt.
uint32_t* indexOf(Heap& heap, const Slot* header) {
    return reinterpret_cast<uint32_t*>(heap.at(header[kIndex]));
}

bool sameKey(const Heap& heap, const Shape& shape, const Slot* a, const Slot* b) {
    if (shape.keySlots == 1 && shape.type != nullptr) {
        const RType& key = heap.types()[shape.type->key];
        if (key.kind != RKind::Struct && key.kind != RKind::Array && !key.isFloat()) return a[0] == b[0];
    }
    const CompareResult result = equalImages(heap, shape.type->key, a, b);
    return result.status == CompareStatus::Ok && result.equal;
}

/// Fails only for keys that hold an uncomparable dynamic value; those never get into a map.
MapStatus hashKey(Heap& heap, const Shape& shape, const Slot* key, uint64_t salt, Slot& state,
                  MapResult& of) {
    const HashResult result = hashImage(heap, shape.type->key, key, salt);
    of.values = result.values;
    if (result.status == CompareStatus::TooLong) return MapStatus::TooLong;
    if (result.status == CompareStatus::Uncomparable) {
        of.type = result.type;
        return MapStatus::Unhashable;
    }
    if (result.status == CompareStatus::TooDeep) return MapStatus::TooDeep;
    state = stateOf(result.hash);
    return MapStatus::Ok;
}

/// Number of the entry with this key, or -1.
int64_t findEntry(Heap& heap, const Shape& shape, Slot map, const Slot* key, Slot state) {
    const Slot* header = fields(heap, map);
    if (header[kCount] == 0) return -1;
    const uint32_t* index = indexOf(heap, header);
    const uint64_t mask = header[kIndexMask];
    const Slot entries = header[kEntries];
    for (uint64_t at = (state >> 2) & mask; index[at] != 0; at = (at + 1) & mask) {
        const Slot* entry = entryAt(heap, entries, shape, index[at] - 1);
        if (entry[0] == state && sameKey(heap, shape, entry + 1, key)) return index[at] - 1;
    }
    return -1;
}

void insertIndex(uint32_t* index, uint64_t mask, Slot state, uint64_t entry) {
    uint64_t at = (state >> 2) & mask;
    while (index[at] != 0) at = (at + 1) & mask;
    index[at] = static_cast<uint32_t>(entry + 1);
}

/// Moves the live entries to a new entries object with room for `capacity`. False when out of memory.
bool rebuild(Heap& heap, const Shape& shape, Slot map, uint64_t capacity) {
    uint64_t indexSize = 16;
    while (indexSize < capacity * 2) indexSize *= 2;
    const ObjectRef entries = heap.alloc(shape.type->mapEntryLayout, capacity, 0);
    if (entries == 0) return false;
    const ObjectRef index = heap.allocBytes(indexSize * sizeof(uint32_t), 0);
    if (index == 0) return false;
    Slot* header = fields(heap, map);
    uint32_t* slots = reinterpret_cast<uint32_t*>(heap.bytes(index));
    Slot* to = heap.slots(entries);
    uint64_t moved = 0;
    for (uint64_t i = 0; i < header[kUsed]; ++i) {
        const Slot* from = entryAt(heap, header[kEntries], shape, i);
        if (from[0] <= kDeletedEntry) continue;
        copySlots(to, from, shape.stride);
        insertIndex(slots, indexSize - 1, from[0], moved);
        to += shape.stride;
        ++moved;
    }
    header[kUsed] = moved;
    header[kCapacity] = capacity;
    header[kIndexMask] = indexSize - 1;
    header[kEntries] = makePointer(entries);
    header[kIndex] = makePointer(index);
    return true;
}

}  // namespace

Slot newMap(Heap& heap, TypeId mapType, uint64_t hint, uint32_t site) {
    const ObjectRef object = heap.alloc(kLayoutMap, 1, site);
    if (object == 0) return 0;
    const Slot map = makePointer(object);
    if (hint > 0) {
        const uint64_t capacity = hint < kFirstCapacity ? kFirstCapacity : hint < kMaxHint ? hint : kMaxHint;
        if (!rebuild(heap, Shape(heap, mapType), map, capacity)) return 0;
    }
    return map;
}

uint64_t mapLength(const Heap& heap, Slot map) { return map == 0 ? 0 : heap.slotAt(map)[kCount]; }

MapResult mapFind(Heap& heap, TypeId mapType, Slot map, const Slot* key) {
    const Shape shape(heap, mapType);
    MapResult result;
    Slot state = 0;
    result.status = hashKey(heap, shape, key, 0, state, result);
    if (result.status != MapStatus::Ok || map == 0) return result;
    const int64_t found = findEntry(heap, shape, map, key, state);
    if (found >= 0) {
        result.value = entryAt(heap, fields(heap, map)[kEntries], shape, static_cast<uint64_t>(found)) + 1 +
                       shape.keySlots;
    }
    return result;
}

MapResult mapAssign(Heap& heap, TypeId mapType, Slot map, const Slot* key) {
    const Shape shape(heap, mapType);
    MapResult result;
    if (map == 0) {
        result.status = MapStatus::NilMap;
        return result;
    }
    Slot state = 0;
    result.status = hashKey(heap, shape, key, ++fields(heap, map)[kNanSalt], state, result);
    if (result.status != MapStatus::Ok) return result;
    int64_t found = findEntry(heap, shape, map, key, state);
    if (found < 0) {
        Slot* header = fields(heap, map);
        if (header[kUsed] == header[kCapacity]) {
            // Many deleted entries: compact in place of growing.
            const uint64_t live = header[kCount];
            const uint64_t capacity = live + live / 2 < kFirstCapacity ? kFirstCapacity : live * 2;
            if (capacity >= uint64_t{1} << 31 || !rebuild(heap, shape, map, capacity)) {
                result.status = MapStatus::OutOfMemory;
                return result;
            }
            header = fields(heap, map);
        }
        found = static_cast<int64_t>(header[kUsed]++);
        ++header[kCount];
        Slot* entry = entryAt(heap, header[kEntries], shape, static_cast<uint64_t>(found));
        entry[0] = state;
        copySlots(entry + 1, key, shape.keySlots);
        insertIndex(indexOf(heap, header), header[kIndexMask], state, static_cast<uint64_t>(found));
    }
    result.value =
        entryAt(heap, fields(heap, map)[kEntries], shape, static_cast<uint64_t>(found)) + 1 + shape.keySlots;
    return result;
}

MapResult mapDelete(Heap& heap, TypeId mapType, Slot map, const Slot* key) {
    const Shape shape(heap, mapType);
    MapResult result;
    Slot state = 0;
    result.status = hashKey(heap, shape, key, 0, state, result);
    if (result.status != MapStatus::Ok || map == 0) return result;
    const int64_t found = findEntry(heap, shape, map, key, state);
    if (found < 0) return result;
    Slot* header = fields(heap, map);
    Slot* entry = entryAt(heap, header[kEntries], shape, static_cast<uint64_t>(found));
    zeroSlots(entry, shape.stride);
    entry[0] = kDeletedEntry;
    --header[kCount];
    return result;
}

void mapClear(Heap& heap, TypeId mapType, Slot map) {
    if (map == 0) return;
    const Shape shape(heap, mapType);
    Slot* header = fields(heap, map);
    for (uint64_t i = 0; i < header[kUsed]; ++i) {
        Slot* entry = entryAt(heap, header[kEntries], shape, i);
        zeroSlots(entry, shape.stride);
        entry[0] = kDeletedEntry;
    }
    // Iterators keep the old entries, all deleted now; the map starts afresh.
    const Slot salt = header[kNanSalt];
    std::memset(header, 0, (kIndex + 1) * sizeof(Slot));
    header[kNanSalt] = salt;
}

Slot mapClone(Heap& heap, TypeId mapType, Slot map, uint32_t site) {
    if (map == 0) return 0;
    const Shape shape(heap, mapType);
    const Slot copy = newMap(heap, mapType, 0, site);
    if (copy == 0 || mapLength(heap, map) == 0) return copy;
    // The copy borrows the original's entries for a moment; rebuilding gives it its own.
    std::memcpy(fields(heap, copy), fields(heap, map), (kIndex + 1) * sizeof(Slot));
    return rebuild(heap, shape, copy, fields(heap, map)[kCount] + 4) ? copy : 0;
}

uint64_t mapStartChoices(const Heap& heap, Slot map) {
    if (map == 0) return 1;
    const Slot* header = heap.slotAt(map);
    return header[kCount] == 0 ? 1 : header[kUsed];
}

MapIterator mapIterate(Heap& heap, TypeId, Slot map, uint64_t random) {
    MapIterator iterator;
    if (map == 0 || mapLength(heap, map) == 0) return iterator;
    const Slot* header = fields(heap, map);
    iterator.map = map;
    iterator.entries = header[kEntries];
    iterator.start = random % header[kUsed];
    return iterator;
}

MapEntry mapNext(Heap& heap, TypeId mapType, MapIterator& iterator) {
    if (iterator.map == 0) return {};
    const Shape shape(heap, mapType);
    const uint64_t capacity = heap.header(pointerObject(iterator.entries)).count;
    while (iterator.position < capacity) {
        const uint64_t index = (iterator.start + iterator.position++) % capacity;
        const Slot* entry = entryAt(heap, iterator.entries, shape, index);
        if (entry[0] <= kDeletedEntry) continue;
        if (fields(heap, iterator.map)[kEntries] == iterator.entries)
            return {entry + 1, entry + 1 + shape.keySlots};
        // The map has moved on: what counts is what it says about this key now.
        const int64_t found = findEntry(heap, shape, iterator.map, entry + 1, entry[0]);
        if (found >= 0) {
            const Slot* now =
                entryAt(heap, fields(heap, iterator.map)[kEntries], shape, static_cast<uint64_t>(found));
            return {now + 1, now + 1 + shape.keySlots};
        }
        // A key that is not equal to itself can be neither found nor deleted: it is still there, unless
        // cleared.
        if (!sameKey(heap, shape, entry + 1, entry + 1)) return {entry + 1, entry + 1 + shape.keySlots};
    }
    iterator.map = 0;
    return {};
}

}  // namespace sluice
