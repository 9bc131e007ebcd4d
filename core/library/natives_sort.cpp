#include <algorithm>

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

template <typename T, typename Less>
void sortWords(Slot* words, uint64_t count, Less less) {
    std::sort(words, words + count,
              [less](Slot a, Slot b) { return less(static_cast<T>(a), static_cast<T>(b)); });
}

void sortFloats(Slot* words, uint64_t count) {
    // Stable, because zeros of both signs compare equal and yet print differently.
    std::stable_sort(words, words + count, [](Slot a, Slot b) {
        double x = slotToDouble(a);
        double y = slotToDouble(b);
        return x < y || (x != x && y == y);
    });
}

void sortStrings(NativeCall& call, Slot* words, uint64_t count) {
    struct Text {
        Slot pointer;
        Slot length;
    };
    static_assert(sizeof(Text) == 2 * kSlotBytes);
    Text* texts = reinterpret_cast<Text*>(words);
    const Heap& heap = call.heap();
    std::sort(texts, texts + count, [&heap](const Text& a, const Text& b) {
        return heap.view(a.pointer, a.length) < heap.view(b.pointer, b.length);
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
        case RKind::Uint8: {
            uint8_t* bytes = call.heap().at(slice.pointer);
            std::sort(bytes, bytes + slice.length);
            break;
        }
        case RKind::Float32:
        case RKind::Float64: sortFloats(words, slice.length); break;
        case RKind::String: sortStrings(call, words, slice.length); break;
        case RKind::Int:
        case RKind::Int8:
        case RKind::Int16:
        case RKind::Int32:
        case RKind::Int64: sortWords<int64_t>(words, slice.length, std::less<int64_t>()); break;
        default: sortWords<uint64_t>(words, slice.length, std::less<uint64_t>());
    }
    return NativeStatus::Done;
}

}  // namespace sluice
