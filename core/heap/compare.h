#pragma once

// == and hashing of memory images by run-time type (Go spec: Comparison operators; runtime/alg.go).

#include "heap/heap.h"

namespace sluice {

/// Outcome of a comparison or a hash that may panic.
enum class CompareStatus : uint8_t {
    Ok,
    Uncomparable,  ///< panic: runtime error: comparing uncomparable type T / hash of unhashable type T
    TooDeep,       ///< Interfaces nested deeper than kMaxCompareDepth: reported as a stack overflow.
    TooLong,       ///< More values than kMaxComparedValues: the run ends at this limit.
};

/// Interfaces nested deeper than this are not followed, so that user data cannot overflow the C++ stack.
constexpr uint32_t kMaxCompareDepth = 2000;

/// Values looked at in one comparison or hash. Arrays of interfaces that hold the same array twice, forty
/// levels
/// deep, are 2^40 values in 40 small boxes; one instruction must not take hours over them.
constexpr uint64_t kMaxComparedValues = uint64_t{1} << 25;
/// So many are looked at for nothing; beyond, each costs an instruction.
constexpr uint64_t kFreeComparedValues = 4096;

struct CompareResult {
    bool equal = false;
    CompareStatus status = CompareStatus::Ok;
    TypeId type = 0;      ///< Uncomparable: the dynamic type to name.
    uint64_t values = 0;  ///< Values looked at.
};

/// Compares two memory images of `type` (big types: the flat images, not the box pointers).
CompareResult equalImages(const Heap& heap, TypeId type, const Slot* a, const Slot* b);
/// Compares two interface values given as {type word, data}.
CompareResult equalInterfaces(const Heap& heap, Slot typeA, Slot dataA, Slot typeB, Slot dataB);

struct HashResult {
    uint64_t hash = 0;
    CompareStatus status = CompareStatus::Ok;
    TypeId type = 0;
    uint64_t values = 0;  ///< Values looked at.
};

/// What a comparison or hash of so many values costs in instructions.
constexpr int64_t compareCost(uint64_t values) {
    return values > kFreeComparedValues ? static_cast<int64_t>(values - kFreeComparedValues) : 0;
}

/// Hash of a memory image; equal images have equal hashes. NaNs hash by `nanSalt`, so that they do not
/// pile up.
HashResult hashImage(const Heap& heap, TypeId type, const Slot* image, uint64_t nanSalt = 0);
uint64_t hashBytes(const void* data, size_t length, uint64_t seed = 0);

/// The data word of an interface as a memory image: a pointer to the flat image of the dynamic value.
/// `scratch` holds
/// it when the value lives in the data word itself.
const Slot* interfaceImage(const Heap& heap, TypeId type, Slot data, Slot* scratch);

}  // namespace sluice
