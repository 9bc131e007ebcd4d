#pragma once

// Copies and zeroes a little memory. WebAssembly engines carry out memory.copy and memory.fill, which is
// what compilers make of memcpy and of such loops, by a call: for a slice, a small struct or a short string
// that takes longer than all else the instruction does. The empty assembly keeps compilers from recognising
// the loops.

#include <cstdint>
#include <cstring>

#include "heap/layout.h"

namespace sluice {

/// From here on the call costs less than the loop.
constexpr uint32_t kLoopSlots = 32;

/// Copies `count` slots; the runs must not overlap, unless `to` lies below `from`. Made for a handful.
inline void copySlots(Slot* to, const Slot* from, uint32_t count) {
    for (; count != 0; --count) {
        *to++ = *from++;
        __asm__ volatile("");
    }
}
/// Copies `count` slots; the runs may overlap. Made for a handful.
inline void moveSlots(Slot* to, const Slot* from, uint32_t count) {
    if (to <= from) return copySlots(to, from, count);
    while (count != 0) {
        --count;
        to[count] = from[count];
        __asm__ volatile("");
    }
}
/// Zeroes `count` slots. Made for a handful.
inline void zeroSlots(Slot* to, uint32_t count) {
    for (; count != 0; --count) {
        *to++ = 0;
        __asm__ volatile("");
    }
}
/// Copies any number of bytes that do not overlap; most often few.
inline void copyBytes(void* to, const void* from, size_t count) {
    if (count > kLoopSlots * sizeof(Slot)) {
        std::memcpy(to, from, count);
        return;
    }
    uint8_t* target = static_cast<uint8_t*>(to);
    const uint8_t* source = static_cast<const uint8_t*>(from);
    for (; count >= sizeof(Slot); count -= sizeof(Slot), target += sizeof(Slot), source += sizeof(Slot)) {
        std::memcpy(target, source, sizeof(Slot));
        __asm__ volatile("");
    }
    for (; count != 0; --count) {
        *target++ = *source++;
        __asm__ volatile("");
    }
}

}  // namespace sluice
