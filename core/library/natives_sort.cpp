#include <algorithm>
#include <vector>

#include "base/order.h"
#include "library/natives.h"

// Natives of sort and slices.

namespace sluice {
namespace {

/// The slice inside an `any` at argument 0 (a boxed value of slice type). False if it is none.
bool sliceArgument(NativeCall& call, GoSlice& slice, const RType*& element) {
    TypeId type = static_cast<TypeId>(call.arg(0));
    if (type == 0 || call.types()[type].kind != RKind::Slice) return false;
    const Slot* box = call.heap().slotAt(call.arg(1));
    slice = {box[0], box[1], box[2]};
    element = &call.types()[call.types()[type].elem];
    return true;
}

/// Numbers are sorted as whole numbers without sign whose order is theirs, so that one sort serves all kinds.
constexpr Slot kSignBit = Slot{1} << 63;

void sortSigned(Slot* words, uint64_t count) {
    for (uint64_t i = 0; i < count; i++) words[i] ^= kSignBit;
    std::sort(words, words + count);
    for (uint64_t i = 0; i < count; i++) words[i] ^= kSignBit;
}

/// Counts how often each byte occurs.
void sortBytes(uint8_t* bytes, uint64_t count) {
    uint64_t occurs[256] = {};
    for (uint64_t i = 0; i < count; i++) occurs[bytes[i]]++;
    for (unsigned value = 0; value < 256; value++) bytes = std::fill_n(bytes, occurs[value], uint8_t(value));
}

/// `words` holds `count` elements of `size` slots each.
template <typename Less>
void sortElements(Slot* words, uint64_t count, uint64_t size, const Less& less) {
    struct Context {
        const Slot* words;
        uint64_t size;
        const Less& less;
    };
    const Context context{words, size, less};
    const std::vector<uint32_t> order = stableOrder(
        count,
        [](const void* given, uint32_t a, uint32_t b) {
            const Context& c = *static_cast<const Context*>(given);
            return bool(c.less(c.words + a * c.size, c.words + b * c.size));
        },
        &context);
    const std::vector<Slot> before(words, words + count * size);
    for (uint64_t i = 0; i < count; i++) std::copy_n(before.data() + order[i] * size, size, words + i * size);
}

/// Stable, because zeros of both signs compare equal and yet print differently. NaNs come first.
void sortFloats(Slot* words, uint64_t count) {
    sortElements(words, count, 1, [](const Slot* a, const Slot* b) {
        const double x = slotToDouble(*a);
        const double y = slotToDouble(*b);
        return x < y || (x != x && y == y);
    });
}

void sortStrings(NativeCall& call, Slot* words, uint64_t count) {
    const Heap& heap = call.heap();
    sortElements(words, count, 2, [&heap](const Slot* a, const Slot* b) {
        return heap.view(a[0], a[1]) < heap.view(b[0], b[1]);
    });
}

}  // namespace

NativeStatus nativeSortLength(NativeCall& call) {
    GoSlice slice;
    const RType* element = nullptr;
    if (!sliceArgument(call, slice, element))
        return call.panicString("reflect: call of Swapper on non-slice value");
    call.result(0) = slice.length;
    return NativeStatus::Done;
}

NativeStatus nativeSortSwap(NativeCall& call) {
    GoSlice slice;
    const RType* element = nullptr;
    uint64_t i = call.getUint(2);
    uint64_t j = call.getUint(3);
    if (!sliceArgument(call, slice, element) || i >= slice.length || j >= slice.length)
        return call.panicString("reflect: slice index out of range");
    if (element->kind == RKind::Bool || element->kind == RKind::Uint8) {
        uint8_t* bytes = call.heap().at(slice.pointer);
        std::swap(bytes[i], bytes[j]);
        return NativeStatus::Done;
    }
    Slot* slots = call.heap().slotAt(slice.pointer);
    std::swap_ranges(slots + i * element->slots, slots + (i + 1) * element->slots,
                     slots + j * element->slots);
    return NativeStatus::Done;
}

NativeStatus nativeSlicesOrdered(NativeCall& call) {
    GoSlice slice = call.getSlice(0);
    if (slice.length < 2) return NativeStatus::Done;
    call.charge(slice.length * 8);
    RKind kind = call.types()[call.typeArguments()[0]].kind;
    Slot* words = call.heap().slotAt(slice.pointer);
    switch (kind) {
        case RKind::Uint8: sortBytes(call.heap().at(slice.pointer), slice.length); break;
        case RKind::Float32:
        case RKind::Float64: sortFloats(words, slice.length); break;
        case RKind::String: sortStrings(call, words, slice.length); break;
        case RKind::Int:
        case RKind::Int8:
        case RKind::Int16:
        case RKind::Int32:
        case RKind::Int64: sortSigned(words, slice.length); break;
        default: std::sort(words, words + slice.length);
    }
    return NativeStatus::Done;
}

}  // namespace sluice
