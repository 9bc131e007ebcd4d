#pragma once

// Strings in the heap: {pointer, byte length} in two slots, immutable UTF-8 by convention, any bytes by
// law. Decoding of runes is in base/utf8.h. All functions that allocate return {0, 0} and leave
// heap.outOfMemory() set when the limit is reached.

#include <string_view>

#include "heap/heap.h"

namespace sluice {

/// A string in two slots. The empty string is {0, 0} or any pointer with length 0.
struct GoString {
    Slot pointer = 0;
    Slot length = 0;
};

/// A slice in three slots.
struct GoSlice {
    Slot pointer = 0;
    Slot length = 0;
    Slot capacity = 0;
};

/// Copies text into the heap. `text` may lie in the arena.
GoString newString(Heap& heap, std::string_view text, uint32_t site = 0);
/// a + b. Returns one of the two when the other is empty, as Go does.
GoString concatStrings(Heap& heap, GoString a, GoString b, uint32_t site = 0);
/// Concatenation of `count` strings lying in `parts` as {pointer, length} pairs. `parts` must not lie in
/// the arena.
GoString concatStrings(Heap& heap, const Slot* parts, uint32_t count, uint32_t site = 0);
/// Byte-wise order: < 0, 0, > 0.
int compareStrings(const Heap& heap, GoString a, GoString b);
bool equalStrings(const Heap& heap, GoString a, GoString b);
/// string(rune): values outside Unicode become U+FFFD.
GoString stringFromRune(Heap& heap, int64_t rune, uint32_t site = 0);
/// string([]byte).
GoString stringFromBytes(Heap& heap, GoSlice bytes, uint32_t site = 0);
/// string([]rune).
GoString stringFromRunes(Heap& heap, GoSlice runes, uint32_t site = 0);
/// []byte(string). Capacity as Go rounds it.
GoSlice bytesFromString(Heap& heap, GoString text, uint32_t site = 0);
/// []rune(string).
GoSlice runesFromString(Heap& heap, GoString text, uint32_t site = 0);

/// Go's capacity after append (runtime.growslice with size-class rounding): the new capacity for a slice
/// of capacity
/// `oldCapacity` that must hold `needed` elements of Go size `elemBytes`. `pointers`: Go's collector scans
/// the elements.
uint64_t growCapacity(uint64_t oldCapacity, uint64_t needed, uint64_t elemBytes, bool pointers);
/// Go's runtime.roundupsize.
uint64_t roundUpSize(uint64_t bytes, bool noPointers);

}  // namespace sluice
