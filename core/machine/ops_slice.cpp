// Slices, arrays in memory, strings, boxes, closures.
#include <cstring>

#include "base/utf8.h"
#include "heap/copy_slots.h"
#include "heap/strings.h"
#include "machine/ops.h"

namespace sluice {

namespace {

/// Go's limit for what make can be asked for at all (runtime/malloc.go, maxAlloc on amd64).
constexpr uint64_t kMaxAlloc = uint64_t{1} << 48;
/// The largest int: what has no size can be this long.
constexpr uint64_t kMaxLength = (uint64_t{1} << 63) - 1;

std::string number(Slot value) { return std::to_string(static_cast<int64_t>(value)); }

/// One bound of a slice expression.
struct Bound {
    uint64_t value = 0;
    bool isUnsigned = false;  ///< Then no value is negative.
    bool isNegative() const { return !isUnsigned && static_cast<int64_t>(value) < 0; }
    std::string text() const { return isUnsigned ? std::to_string(value) : number(value); }
};

/// Which texts a slice expression that is out of bounds gets (runtime/error.go, boundsErrorFmts).
struct SliceBounds {
    Bound low, high, max;
    bool highGiven = false;
    bool three = false;
    std::string error;
};

/// The bounds of an instruction whose flags are `given` (1 low, 2 high, 4 max; 8, 16, 32 for unsigned
/// ones); what is not given has the value beside it.
SliceBounds boundsOf(uint32_t given, const Slot* low, const Slot* high, uint64_t length, const Slot* max,
                     uint64_t capacity) {
    SliceBounds b;
    b.highGiven = (given & 2) != 0;
    b.three = (given & 4) != 0;
    b.low = {(given & 1) != 0 ? *low : 0, (given & 8) != 0};
    b.high = {b.highGiven ? *high : length, (given & 16) != 0};
    b.max = {b.three ? *max : capacity, (given & 32) != 0};
    return b;
}

/// Checks low, high, max against `limit` in Go's order; `what` is "capacity" or "length".
void checkBounds(SliceBounds& b, uint64_t limit, const char* what) {
    const std::string start = "slice bounds out of range [";
    const auto against = [&] { return std::string("] with ") + what + " " + std::to_string(limit); };
    if (b.three) {
        if (b.max.value > limit) {
            b.error = start + "::" + b.max.text() + (b.max.isNegative() ? "]" : against());
        } else if (b.high.value > b.max.value) {
            b.error = start + ":" + b.high.text() + ":" + (b.high.isNegative() ? "" : b.max.text()) + "]";
        } else if (b.low.value > b.high.value) {
            b.error = start + b.low.text() + ":" + (b.low.isNegative() ? ":" : b.high.text() + ":") + "]";
        }
        return;
    }
    if (b.highGiven && b.high.value > limit) {
        b.error = start + ":" + b.high.text() + (b.high.isNegative() ? "]" : against());
    } else if (b.low.value > b.high.value) {
        b.error = start + b.low.text() + ":" + (b.low.isNegative() ? "" : b.high.text()) + "]";
    }
}

uint32_t strideOf(const RType& elem) { return elem.packed() ? 1 : elem.slots * kSlotBytes; }

/// Room for `extra` more elements behind `slice`: the same slice when its capacity suffices, else a copy
/// with Go's capacity.
/// False when out of memory. The length is not changed.
bool growSlice(Heap& heap, TypeId elemType, GoSlice& slice, uint64_t extra, uint32_t site) {
    const uint64_t needed = slice.length + extra;
    if (needed <= slice.capacity && (slice.pointer != 0 || needed == 0)) return true;
    const RType& elem = heap.types()[elemType];
    const uint64_t capacity = growCapacity(slice.capacity, needed, elem.goSize, elem.goPointers);
    const ObjectRef object = heap.allocElements(elemType, capacity, site);
    if (object == 0) return false;
    if (slice.length != 0) {
        std::memcpy(heap.bytes(object), heap.at(slice.pointer), slice.length * strideOf(elem));
    }
    slice.pointer = makePointer(object);
    slice.capacity = capacity;
    return true;
}

/// As growSlice, with a panic for what no slice can hold.
Flow growOrPanic(Machine& m, MachineGoroutine& g, TypeId elemType, GoSlice& slice, uint64_t extra,
                 uint32_t site) {
    if (slice.length + extra > kMaxLength) return m.panicText(g, "growslice: len out of range");
    return growSlice(m.heap(), elemType, slice, extra, site) ? Flow::Next : m.outOfMemory(g);
}

GoSlice readSlice(const Slot* at) { return {at[0], at[1], at[2]}; }

void writeSlice(Slot* at, const GoSlice& slice, uint64_t length) {
    at[0] = slice.pointer;
    at[1] = length;
    at[2] = slice.capacity;
}

/// Copies one register image of type `elem` to memory.
void storeElement(Heap& heap, const RType& elem, uint8_t* to, const Slot* registers) {
    if (elem.packed()) {
        *to = static_cast<uint8_t>(registers[0]);
    } else if (elem.big && registers[0] == 0) {
        std::memset(to, 0, elem.slots * kSlotBytes);
    } else {
        copyBytes(to, flatImage(heap, elem, registers), elem.slots * kSlotBytes);
    }
}

}  // namespace

Flow Ops::loadBig(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const Slot from = base[in.b];
    if (from == 0) return m.panicNil(g);
    const RType& type = m.types()[in.c];
    const ObjectRef copy = m.heap().allocType(in.c);
    if (copy == 0) return m.outOfMemory(g);
    std::memcpy(m.heap().slots(copy), m.heap().slotAt(from), type.slots * kSlotBytes);
    base[in.a] = makePointer(copy);
    return Flow::Next;
}

Flow Ops::storeBig(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const Slot to = base[in.a];
    if (to == 0) return m.panicNil(g);
    const RType& type = m.types()[in.c];
    const Slot from = base[in.b];
    if (from == 0) {
        std::memset(m.heap().slotAt(to), 0, type.slots * kSlotBytes);
    } else {
        std::memmove(m.heap().slotAt(to), m.heap().slotAt(from), type.slots * kSlotBytes);
    }
    return Flow::Next;
}

Flow Ops::strNext(Machine& m, Slot* base, Instr in) {
    const Slot index = base[in.c];
    const std::string_view text = m.heap().view(base[in.b], base[in.b + 1]);
    const DecodedRune decoded = decodeRune(text.substr(index));
    base[in.a] = decoded.rune;
    base[in.a + 1] = index + decoded.width;
    return Flow::Next;
}

Flow Ops::sliceSlice(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const GoSlice slice = readSlice(base + in.b);
    const RType& elem = m.types()[m.types()[ext.c].elem];
    SliceBounds b = boundsOf(in.d, base + in.c, base + ext.a, slice.length, base + ext.b, slice.capacity);
    checkBounds(b, slice.capacity, "capacity");
    if (!b.error.empty()) return m.panicText(g, b.error);
    base[in.a] = slice.pointer == 0 ? 0 : slice.pointer + b.low.value * strideOf(elem);
    base[in.a + 1] = b.high.value - b.low.value;
    base[in.a + 2] = b.max.value - b.low.value;
    return Flow::Next;
}

Flow Ops::sliceArray(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const Slot array = base[in.b];
    if (array == 0) return m.panicNil(g);
    const RType& type = m.types()[ext.c];
    SliceBounds b = boundsOf(in.d, base + in.c, base + ext.a, type.length, base + ext.b, type.length);
    checkBounds(b, type.length, "length");
    if (!b.error.empty()) return m.panicText(g, b.error);
    base[in.a] = array + b.low.value * strideOf(m.types()[type.elem]);
    base[in.a + 1] = b.high.value - b.low.value;
    base[in.a + 2] = b.max.value - b.low.value;
    return Flow::Next;
}

Flow Ops::sliceStr(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const Slot pointer = base[in.b], length = base[in.b + 1];
    SliceBounds b = boundsOf(in.d, base + in.c, base + ext.a, length, nullptr, length);
    checkBounds(b, length, "length");
    if (!b.error.empty()) return m.panicText(g, b.error);
    base[in.a] = b.high.value == b.low.value ? 0 : pointer + b.low.value;
    base[in.a + 1] = b.high.value - b.low.value;
    return Flow::Next;
}

Flow Ops::sliceToArrayPtr(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const RType& array = m.types()[in.c];
    const GoSlice slice = readSlice(base + in.b);
    if (slice.length < array.length) {
        return m.panicText(g, "cannot convert slice with length " + number(slice.length) +
                                  " to array or pointer to array with length " +
                                  std::to_string(array.length));
    }
    base[in.a] = slice.pointer;
    return Flow::Next;
}

Flow Ops::makeSlice(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const TypeId elemType = m.types()[ext.a].elem;
    const uint64_t length = base[in.b], capacity = base[in.c];
    const uint64_t size = m.types()[elemType].goSize;
    const uint64_t most = size == 0 ? kMaxLength : kMaxAlloc / size;
    if (length > most) return m.panicText(g, "makeslice: len out of range");
    if (capacity > most || capacity < length) return m.panicText(g, "makeslice: cap out of range");
    const ObjectRef object = m.heap().allocElements(elemType, capacity, static_cast<uint32_t>(ext.bc()));
    if (object == 0) return m.outOfMemory(g);
    writeSlice(base + in.a, {makePointer(object), length, capacity}, length);
    return Flow::Next;
}

Flow Ops::append1(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    GoSlice slice = readSlice(base + in.b);
    const TypeId elemType = m.types()[ext.a].elem;
    const RType& elem = m.types()[elemType];
    const Flow grown = growOrPanic(m, g, elemType, slice, 1, static_cast<uint32_t>(ext.bc()));
    if (grown != Flow::Next) return grown;
    storeElement(m.heap(), elem, m.heap().at(slice.pointer) + slice.length * strideOf(elem), base + in.c);
    writeSlice(base + in.a, slice, slice.length + 1);
    return Flow::Next;
}

Flow Ops::appendSlice(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext, bool fromString) {
    GoSlice slice = readSlice(base + in.b);
    const Slot from = base[in.c], extra = base[in.c + 1];
    const TypeId elemType = m.types()[ext.a].elem;
    const uint32_t stride = fromString ? 1 : strideOf(m.types()[elemType]);
    if (extra != 0) {
        const Flow grown = growOrPanic(m, g, elemType, slice, extra, static_cast<uint32_t>(ext.bc()));
        if (grown != Flow::Next) return grown;
        std::memmove(m.heap().at(slice.pointer) + slice.length * stride, m.heap().at(from), extra * stride);
        m.scheduler().charge(static_cast<int64_t>(extra * stride / kSlotBytes));
    }
    writeSlice(base + in.a, slice, slice.length + extra);
    return Flow::Next;
}

Flow Ops::appendGrow(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    GoSlice slice = readSlice(base + in.b);
    const TypeId elemType = m.types()[ext.a].elem;
    const uint32_t stride = strideOf(m.types()[elemType]);
    const Flow grown = growOrPanic(m, g, elemType, slice, in.c, static_cast<uint32_t>(ext.bc()));
    if (grown != Flow::Next) return grown;
    if (slice.pointer != 0) {
        std::memset(m.heap().at(slice.pointer) + slice.length * stride, 0, uint64_t{in.c} * stride);
    }
    writeSlice(base + in.a, slice, slice.length + in.c);
    return Flow::Next;
}

Flow Ops::copySlice(Machine& m, Slot* base, Instr in, TypeId sliceType) {
    const Slot to = base[in.b], from = base[in.c];
    const Slot count = base[in.b + 1] < base[in.c + 1] ? base[in.b + 1] : base[in.c + 1];
    const uint32_t stride = strideOf(m.types()[m.types()[sliceType].elem]);
    if (count != 0) std::memmove(m.heap().at(to), m.heap().at(from), count * stride);
    m.scheduler().charge(static_cast<int64_t>(count * stride / kSlotBytes));
    base[in.a] = count;
    return Flow::Next;
}

Flow Ops::copyStr(Machine& m, Slot* base, Instr in) {
    const Slot to = base[in.b], from = base[in.c];
    const Slot count = base[in.b + 1] < base[in.c + 1] ? base[in.b + 1] : base[in.c + 1];
    if (count != 0) std::memmove(m.heap().at(to), m.heap().at(from), count);
    base[in.a] = count;
    return Flow::Next;
}

Flow Ops::clearSlice(Machine& m, Slot* base, Instr in) {
    const GoSlice slice = readSlice(base + in.a);
    const uint32_t stride = strideOf(m.types()[m.types()[in.c].elem]);
    if (slice.length != 0) std::memset(m.heap().at(slice.pointer), 0, slice.length * stride);
    return Flow::Next;
}

Flow Ops::makeObject(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const ObjectRef object = m.heap().allocType(ext.a, static_cast<uint32_t>(ext.bc()));
    if (object == 0) return m.outOfMemory(g);
    base[in.a] = makePointer(object);
    return Flow::Next;
}

Flow Ops::box(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    const ObjectRef object = m.heap().allocType(ext.a, static_cast<uint32_t>(ext.bc()));
    if (object == 0) return m.outOfMemory(g);
    const RType& type = m.types()[ext.a];
    if (type.big) {
        storeElement(m.heap(), type, m.heap().bytes(object), base + in.b);
    } else {
        copySlots(m.heap().slots(object), base + in.b, in.d);
    }
    base[in.a] = makePointer(object);
    return Flow::Next;
}

Flow Ops::concat(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    Heap& heap = m.heap();
    GoString text;
    if (in.op == Op::Concat) {
        text = concatStrings(heap, {base[in.b], base[in.b + 1]}, {base[in.c], base[in.c + 1]});
    } else {
        text = concatStrings(heap, base + in.b, in.c);
    }
    if (heap.outOfMemory()) return m.outOfMemory(g);
    m.scheduler().charge(static_cast<int64_t>(text.length / 8));
    base[in.a] = text.pointer;
    base[in.a + 1] = text.length;
    return Flow::Next;
}

Flow Ops::convertString(Machine& m, MachineGoroutine& g, Slot* base, Instr in, Instr ext) {
    Heap& heap = m.heap();
    const uint32_t site = static_cast<uint32_t>(ext.bc());
    if (in.op == Op::BytesFromStr || in.op == Op::RunesFromStr) {
        const GoString text{base[in.b], base[in.b + 1]};
        GoSlice slice =
            in.op == Op::BytesFromStr ? bytesFromString(heap, text, site) : runesFromString(heap, text, site);
        if (heap.outOfMemory()) return m.outOfMemory(g);
        if (in.op == Op::BytesFromStr && in.c != 0) slice.capacity = slice.length;
        writeSlice(base + in.a, slice, slice.length);
        m.scheduler().charge(static_cast<int64_t>(slice.length / 8));
        return Flow::Next;
    }
    GoString text;
    if (in.op == Op::StrFromRune) {
        text = stringFromRune(heap, static_cast<int64_t>(base[in.b]));
    } else if (in.op == Op::StrFromBytes) {
        text = stringFromBytes(heap, readSlice(base + in.b));
    } else {
        text = stringFromRunes(heap, readSlice(base + in.b));
    }
    if (heap.outOfMemory()) return m.outOfMemory(g);
    m.scheduler().charge(static_cast<int64_t>(text.length / 8));
    base[in.a] = text.pointer;
    base[in.a + 1] = text.length;
    return Flow::Next;
}

Slot Ops::literalBox(Machine& m, uint32_t literal) {
    // Small and made once per constant of the program, so these may overdraw the limit a little.
    const ObjectRef object = m.heap().alloc(kLayoutString, 1);
    SLUICE_ASSERT(object != 0);
    m.heap().makePermanent(object);
    Slot* slots = m.heap().slots(object);
    slots[0] = makePointer(m.literals_, m.image_.stringOffsets[literal]);
    slots[1] = m.program().strings[literal].size();
    return m.literalBoxes_[literal] = makePointer(object);
}

Slot Ops::permanentClosure(Machine& m, uint32_t function) {
    const ObjectRef object = m.heap().alloc(kLayoutScalar, 1);
    SLUICE_ASSERT(object != 0);
    m.heap().makePermanent(object);
    m.heap().slots(object)[0] = function;
    return m.closures_[function] = makePointer(object);
}

Flow Ops::makeClosure(Machine& m, MachineGoroutine& g, Slot* base, Instr in) {
    const uint32_t number = static_cast<uint32_t>(in.bc());
    const ObjectRef object = m.heap().alloc(m.image().function(number).closureLayout, 1);
    if (object == 0) return m.outOfMemory(g);
    m.heap().slots(object)[0] = number;
    base[in.a] = makePointer(object);
    return Flow::Next;
}

}  // namespace sluice
