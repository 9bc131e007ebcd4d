#pragma once

// Go maps in the arena: entries in insertion order plus an open-addressing index.
//
// Invariants:
// - A map value is a pointer word to the header object (kLayoutMap); nil map = 0.
// - Entries {state, key image, value image} lie in an object of the map type's mapEntryLayout; state 0 =
//   never used, kDeletedEntry = deleted, anything else = hash of a live entry. `used` never decreases
//   within one entries object.
// - Growing and clearing make a new entries object. An iterator keeps the one it started on: if the map
//   has moved on, it looks every key up again, so that entries are produced at most once and deleted ones
//   never (internal/runtime/ maps/table.go does the same). Clearing also marks the old entries deleted.
// - Key and value arguments are flat memory images (big types: the image, not the box pointer) OUTSIDE
//   the arena or in an object that the call does not move; see each function.

#include "heap/compare.h"
#include "heap/heap.h"

namespace sluice {

enum class MapStatus : uint8_t {
    Ok,
    NilMap,      ///< panic: assignment to entry in nil map
    Unhashable,  ///< panic: runtime error: hash of unhashable type T
    TooDeep,
    TooLong,
    OutOfMemory,
};

/// Slot* pointers in results are raw: valid until the next allocation.
struct MapResult {
    Slot* value = nullptr;  ///< The value's image in the map, or null when absent.
    MapStatus status = MapStatus::Ok;
    TypeId type = 0;      ///< Unhashable: the type to name.
    uint64_t values = 0;  ///< Values that the key's hash took in.
};

/// make(map[K]V, hint): pointer word to a new map, 0 when out of memory.
Slot newMap(Heap& heap, TypeId mapType, uint64_t hint, uint32_t site = 0);
/// len(m); 0 for nil.
uint64_t mapLength(const Heap& heap, Slot map);
/// m[key] for reading. `key` may lie anywhere (nothing is allocated). Hashing an unhashable key panics
/// even for nil maps.
MapResult mapFind(Heap& heap, TypeId mapType, Slot map, const Slot* key);
/// The place of m[key] for writing, zero when new. `key` must lie outside the arena.
MapResult mapAssign(Heap& heap, TypeId mapType, Slot map, const Slot* key);
/// delete(m, key).
MapResult mapDelete(Heap& heap, TypeId mapType, Slot map, const Slot* key);
/// clear(m).
void mapClear(Heap& heap, TypeId mapType, Slot map);
/// Copy with the same order of entries (maps.Clone): 0 when out of memory.
Slot mapClone(Heap& heap, TypeId mapType, Slot map, uint32_t site = 0);

/// The state of one iteration, kept in kMapIteratorSlots registers with these kinds: map and entries are
/// Pointer
/// slots, position and limits Scalar.
struct MapIterator {
    Slot map = 0;
    Slot entries = 0;   ///< The entries object the iteration started on.
    Slot start = 0;     ///< Entry it started at.
    Slot position = 0;  ///< Entries visited so far.
};
constexpr uint32_t kMapIteratorSlots = 4;

/// Starts an iteration; `random` (from the choice log) picks the first entry.
MapIterator mapIterate(Heap& heap, TypeId mapType, Slot map, uint64_t random);
/// Number of distinct starting points: what `random` is taken modulo of (1 for nil and empty maps: no
/// choice to log).
uint64_t mapStartChoices(const Heap& heap, Slot map);

/// One step: pointers to the key and value images, raw; key == null at the end.
struct MapEntry {
    const Slot* key = nullptr;
    const Slot* value = nullptr;
};
MapEntry mapNext(Heap& heap, TypeId mapType, MapIterator& iterator);

}  // namespace sluice
