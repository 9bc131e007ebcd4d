#include "heap/compare.h"

#include <cstring>

#include "heap/strings.h"

namespace sluice {

namespace {

/// One comparison under way.
struct Walk {
    const Heap& heap;
    uint64_t values = 0;
};

CompareResult equalAt(Walk& walk, TypeId id, const Slot* a, const Slot* b, uint32_t depth);

CompareResult verdict(bool equal) {
    CompareResult result;
    result.equal = equal;
    return result;
}

CompareResult equalInterfacesAt(Walk& walk, const Slot* a, const Slot* b, uint32_t depth) {
    if (a[0] != b[0]) return verdict(false);
    if (a[0] == 0) return verdict(true);
    const TypeId id = static_cast<TypeId>(a[0]);
    const RType& type = walk.heap.types()[id];
    if (!type.comparable) {
        CompareResult result;
        result.status = CompareStatus::Uncomparable;
        result.type = id;
        return result;
    }
    if (depth >= kMaxCompareDepth) {
        CompareResult result;
        result.status = CompareStatus::TooDeep;
        return result;
    }
    Slot scratchA;
    Slot scratchB;
    return equalAt(walk, id, interfaceImage(walk.heap, id, a[1], &scratchA),
                   interfaceImage(walk.heap, id, b[1], &scratchB), depth + 1);
}

CompareResult equalArray(Walk& walk, const RType& type, const Slot* a, const Slot* b, uint32_t depth) {
    const RType& elem = walk.heap.types()[type.elem];
    if (elem.packed()) return verdict(std::memcmp(a, b, type.length) == 0);
    for (uint64_t i = 0; i < type.length && elem.slots != 0; ++i) {
        const CompareResult result = equalAt(walk, type.elem, a + i * elem.slots, b + i * elem.slots, depth);
        if (result.status != CompareStatus::Ok || !result.equal) return result;
    }
    return verdict(true);
}

CompareResult equalAt(Walk& walk, TypeId id, const Slot* a, const Slot* b, uint32_t depth) {
    const RType& type = walk.heap.types()[id];
    if (++walk.values > kMaxComparedValues) {
        CompareResult result;
        result.status = CompareStatus::TooLong;
        return result;
    }
    switch (type.kind) {
        case RKind::String: return verdict(equalStrings(walk.heap, {a[0], a[1]}, {b[0], b[1]}));
        case RKind::Float32:
        case RKind::Float64: return verdict(slotToDouble(a[0]) == slotToDouble(b[0]));
        case RKind::Interface: return equalInterfacesAt(walk, a, b, depth);
        case RKind::Array: return equalArray(walk, type, a, b, depth);
        case RKind::Struct:
            for (const RField& field : type.fields) {
                if (field.name == "_") continue;
                const CompareResult result =
                    equalAt(walk, field.type, a + field.slotOffset, b + field.slotOffset, depth);
                if (result.status != CompareStatus::Ok || !result.equal) return result;
            }
            return verdict(true);
        case RKind::Slice:
        case RKind::Map:
        case RKind::Func: {
            CompareResult result;
            result.status = CompareStatus::Uncomparable;
            result.type = id;
            return result;
        }
        default: return verdict(a[0] == b[0]);
    }
}

uint64_t mix(uint64_t a, uint64_t b) {
    uint64_t x = (a ^ (b + 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93ull;
    return x ^ (x >> 32);
}

/// Hashes one image into `hash`. Stops at the first uncomparable dynamic type.
class Hasher {
  public:
    Hasher(const Heap& heap, uint64_t nanSalt) : heap_(heap), nanSalt_(nanSalt) {}

    void add(TypeId id, const Slot* image, uint32_t depth) {
        if (result.status != CompareStatus::Ok) return;
        if (++result.values > kMaxComparedValues) {
            result.status = CompareStatus::TooLong;
            return;
        }
        const RType& type = heap_.types()[id];
        switch (type.kind) {
            case RKind::String: {
                const std::string_view text = heap_.view(image[0], image[1]);
                result.hash = hashBytes(text.data(), text.size(), result.hash);
                break;
            }
            case RKind::Float32:
            case RKind::Float64: addFloat(slotToDouble(image[0])); break;
            case RKind::Interface: addInterface(image, depth); break;
            case RKind::Array: addArray(type, image, depth); break;
            case RKind::Struct:
                for (const RField& field : type.fields) {
                    if (field.name != "_") add(field.type, image + field.slotOffset, depth);
                }
                break;
            case RKind::Slice:
            case RKind::Map:
            case RKind::Func: fail(id); break;
            default: result.hash = mix(result.hash, image[0]); break;
        }
    }

    HashResult result;

  private:
    void fail(TypeId id) {
        result.status = CompareStatus::Uncomparable;
        result.type = id;
    }

    void addFloat(double value) {
        if (value == 0) value = 0;  // -0 and +0 are equal.
        result.hash = mix(result.hash, value != value ? nanSalt_ : slotFromDouble(value));
    }

    void addInterface(const Slot* image, uint32_t depth) {
        if (image[0] == 0) {
            result.hash = mix(result.hash, 0);
            return;
        }
        const TypeId id = static_cast<TypeId>(image[0]);
        if (!heap_.types()[id].hashable) return fail(id);
        if (depth >= kMaxCompareDepth) {
            result.status = CompareStatus::TooDeep;
            return;
        }
        Slot scratch;
        result.hash = mix(result.hash, id);
        add(id, interfaceImage(heap_, id, image[1], &scratch), depth + 1);
    }

    void addArray(const RType& type, const Slot* image, uint32_t depth) {
        const RType& elem = heap_.types()[type.elem];
        if (elem.packed()) {
            result.hash = hashBytes(image, type.length, result.hash);
            return;
        }
        for (uint64_t i = 0; i < type.length && elem.slots != 0; ++i)
            add(type.elem, image + i * elem.slots, depth);
    }

    const Heap& heap_;
    uint64_t nanSalt_;
};

}  // namespace

const Slot* interfaceImage(const Heap& heap, TypeId type, Slot data, Slot* scratch) {
    if (heap.types()[type].data == RData::Boxed) return heap.slotAt(data);
    *scratch = data;
    return scratch;
}

CompareResult equalImages(const Heap& heap, TypeId type, const Slot* a, const Slot* b) {
    Walk walk{heap};
    CompareResult result = equalAt(walk, type, a, b, 0);
    result.values = walk.values;
    return result;
}

CompareResult equalInterfaces(const Heap& heap, Slot typeA, Slot dataA, Slot typeB, Slot dataB) {
    const Slot a[2] = {typeA, dataA};
    const Slot b[2] = {typeB, dataB};
    Walk walk{heap};
    CompareResult result = equalInterfacesAt(walk, a, b, 0);
    result.values = walk.values;
    return result;
}

uint64_t hashBytes(const void* data, size_t length, uint64_t seed) {
    const uint8_t* at = static_cast<const uint8_t*>(data);
    uint64_t hash = mix(seed, length);
    while (length >= 8) {
        uint64_t word;
        std::memcpy(&word, at, 8);
        hash = mix(hash, word);
        at += 8;
        length -= 8;
    }
    if (length > 0) {
        uint64_t word = 0;
        std::memcpy(&word, at, length);
        hash = mix(hash, word);
    }
    return hash;
}

HashResult hashImage(const Heap& heap, TypeId type, const Slot* image, uint64_t nanSalt) {
    Hasher hasher(heap, nanSalt);
    hasher.add(type, image, 0);
    return hasher.result;
}

}  // namespace sluice
