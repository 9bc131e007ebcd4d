#pragma once

// Slots, slot kinds and pointer words: how every Go value looks in registers and in memory.
//
// Invariants:
// - A value's image is the same in registers and in memory, in slots of 8 bytes. The exceptions are
//   elements of arrays and slices of bool and uint8, which take one byte each, and big types (more than
//   kMaxRegisterSlots slots), whose register image is one pointer slot to an immutable box holding the
//   flat image.
// - A pointer slot is (object reference << 32) | byte offset into the object's payload; nil is 0. Objects
//   do not move.
// - An interface is two slots: the type word (0 = nil, otherwise the number of the dynamic type) and the
//   data word.

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace sluice {

/// One 8-byte cell of a register window or of heap memory.
using Slot = uint64_t;

/// A 32-bit reference to a heap object: its address in the arena divided by 16. 0 is nil.
using ObjectRef = uint32_t;

/// The number of a run-time type (index into the program's type table). 0 means "no type".
using TypeId = uint32_t;

/// The number of a layout (index into the program's LayoutTable).
using LayoutId = uint32_t;

constexpr uint32_t kSlotBytes = 8;

/// Types whose image takes more slots than this are "big": registers hold a pointer to an immutable box
/// instead.
constexpr uint32_t kMaxRegisterSlots = 64;

/// What the collector must know about one slot.
enum class SlotKind : uint8_t {
    Scalar,         ///< Never a pointer.
    Pointer,        ///< A pointer word or nil.
    Interface,      ///< The type word of an interface; the next slot is its data word.
    InterfaceData,  ///< The data word: a pointer if the type in the slot before it says so.
};

/// Makes a pointer word.
constexpr Slot makePointer(ObjectRef object, uint32_t byteOffset = 0) {
    return (static_cast<Slot>(object) << 32) | byteOffset;
}
/// The object a pointer word points into (0 for nil).
constexpr ObjectRef pointerObject(Slot pointer) { return static_cast<ObjectRef>(pointer >> 32); }
/// The byte offset of a pointer word inside its object's payload.
constexpr uint32_t pointerOffset(Slot pointer) { return static_cast<uint32_t>(pointer); }

/// float64 <-> slot.
inline Slot slotFromDouble(double value) {
    Slot bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}
inline double slotToDouble(Slot bits) {
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

/// The shape of one element of a heap object, for the collector and for zeroing and copying.
struct Layout {
    uint32_t slots = 0;        ///< Slots of one element; 0 for packed bytes and for zero-size types.
    bool packedBytes = false;  ///< One byte per element (bool and uint8 elements, string data).
    bool hasPointers = false;  ///< Some slot is a Pointer or an Interface.
    /// One kind per slot; empty when !hasPointers.
    std::vector<SlotKind> kinds;

    /// Bytes from one element to the next.
    uint32_t stride() const { return packedBytes ? 1 : slots * kSlotBytes; }
};

/// Layouts that every table starts with, by their fixed numbers.
enum BuiltinLayout : LayoutId {
    kLayoutBytes = 0,    ///< Packed bytes: string data, []byte, []bool.
    kLayoutScalar,       ///< One scalar slot: int, float64 …
    kLayoutPointer,      ///< One pointer slot.
    kLayoutInterface,    ///< Two slots of an interface.
    kLayoutString,       ///< Pointer, length.
    kLayoutSlice,        ///< Pointer, length, capacity.
    kLayoutEmpty,        ///< Zero slots (struct{}).
    kLayoutMap,          ///< The header object of a map (map.h).
    kLayoutChannel,      ///< A channel object (sync/channel.h): two pointers, six scalars.
    kLayoutMapIterator,  ///< State of one `for range` over a map: two pointers, three scalars.
    kBuiltinLayouts,
};

/// All layouts of a program, interned: equal shapes have equal numbers. Filled by the compiler (and by
/// rooms that
/// register layouts of their own before a run); read-only while a program runs.
class LayoutTable {
  public:
    LayoutTable();

    /// The number of the layout with these slot kinds.
    LayoutId intern(const std::vector<SlotKind>& kinds);
    /// The number of the layout of `slots` scalar slots (cheaper than intern for large arrays).
    LayoutId internScalars(uint32_t slots);

    const Layout& operator[](LayoutId id) const { return layouts_[id]; }
    uint32_t size() const { return static_cast<uint32_t>(layouts_.size()); }

  private:
    LayoutId add(Layout layout);

    std::vector<Layout> layouts_;
    std::vector<uint32_t> buckets_;  ///< Open hash over layouts_, entries are id + 1.
};

/// The layout of `count` elements of `element` in a row, when they are part of something larger: packed
/// bytes become
/// ceil(count / 8) scalar slots. Appends the kinds to `kinds`.
void appendArrayKinds(std::vector<SlotKind>& kinds, const Layout& element, uint64_t count);

}  // namespace sluice
