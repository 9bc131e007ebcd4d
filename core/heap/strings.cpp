#include "heap/strings.h"

#include "heap/copy_slots.h"

#include <cstring>

#include "base/utf8.h"

namespace sluice {

GoString newString(Heap& heap, std::string_view text, uint32_t site) {
    if (text.empty()) return {};
    // The text may lie in the arena, which may move: remember where it is relative to the base.
    const uint8_t* data = reinterpret_cast<const uint8_t*>(text.data());
    const bool inside = data >= heap.base() && data < heap.base() + heap.stats().arenaBytes;
    const size_t offset = inside ? static_cast<size_t>(data - heap.base()) : 0;
    const ObjectRef object = heap.allocBytes(text.size(), site);
    if (object == 0) return {};
    copyBytes(heap.bytes(object), inside ? heap.base() + offset : data, text.size());
    return {makePointer(object), text.size()};
}

GoString concatStrings(Heap& heap, GoString a, GoString b, uint32_t site) {
    if (a.length == 0) return b;
    if (b.length == 0) return a;
    const ObjectRef object = heap.allocBytes(a.length + b.length, site);
    if (object == 0) return {};
    copyBytes(heap.bytes(object), heap.at(a.pointer), a.length);
    copyBytes(heap.bytes(object) + a.length, heap.at(b.pointer), b.length);
    return {makePointer(object), a.length + b.length};
}

GoString concatStrings(Heap& heap, const Slot* parts, uint32_t count, uint32_t site) {
    uint64_t total = 0;
    uint32_t filled = 0;
    GoString last;
    for (uint32_t i = 0; i < count; ++i) {
        if (parts[2 * i + 1] == 0) continue;
        total += parts[2 * i + 1];
        ++filled;
        last = {parts[2 * i], parts[2 * i + 1]};
    }
    if (filled <= 1) return last;
    const ObjectRef object = heap.allocBytes(total, site);
    if (object == 0) return {};
    uint8_t* out = heap.bytes(object);
    for (uint32_t i = 0; i < count; ++i) {
        const Slot length = parts[2 * i + 1];
        if (length == 0) continue;
        copyBytes(out, heap.at(parts[2 * i]), length);
        out += length;
    }
    return {makePointer(object), total};
}

int compareStrings(const Heap& heap, GoString a, GoString b) {
    const Slot common = a.length < b.length ? a.length : b.length;
    if (common != 0) {
        const int order = std::memcmp(heap.at(a.pointer), heap.at(b.pointer), common);
        if (order != 0) return order;
    }
    return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
}

bool equalStrings(const Heap& heap, GoString a, GoString b) {
    if (a.length != b.length) return false;
    if (a.length == 0 || a.pointer == b.pointer) return true;
    return std::memcmp(heap.at(a.pointer), heap.at(b.pointer), a.length) == 0;
}

GoString stringFromRune(Heap& heap, int64_t rune, uint32_t site) {
    char text[4];
    const bool valid = rune >= 0 && rune <= static_cast<int64_t>(kMaxRune);
    const uint32_t width = encodeRune(valid ? static_cast<char32_t>(rune) : kRuneError, text);
    return newString(heap, std::string_view(text, width), site);
}

GoString stringFromBytes(Heap& heap, GoSlice bytes, uint32_t site) {
    return newString(heap, heap.view(bytes.pointer, bytes.length), site);
}

GoString stringFromRunes(Heap& heap, GoSlice runes, uint32_t site) {
    char text[4];
    const auto encode = [&](Slot slot, char* out) {
        const int64_t rune = static_cast<int32_t>(slot);
        return encodeRune(rune < 0 ? kRuneError : static_cast<char32_t>(rune), out);
    };
    uint64_t total = 0;
    for (Slot i = 0; i < runes.length; ++i) total += encode(heap.slotAt(runes.pointer)[i], text);
    if (total == 0) return {};
    const ObjectRef object = heap.allocBytes(total, site);
    if (object == 0) return {};
    uint8_t* out = heap.bytes(object);
    for (Slot i = 0; i < runes.length; ++i) {
        const uint32_t width = encode(heap.slotAt(runes.pointer)[i], text);
        std::memcpy(out, text, width);
        out += width;
    }
    return {makePointer(object), total};
}

GoSlice bytesFromString(Heap& heap, GoString text, uint32_t site) {
    // A zero-length slice still points somewhere: []byte("") is not nil.
    const uint64_t capacity = roundUpSize(text.length, true);
    const ObjectRef object = heap.allocBytes(capacity, site);
    if (object == 0) return {};
    if (text.length != 0) copyBytes(heap.bytes(object), heap.at(text.pointer), text.length);
    return {makePointer(object), text.length, capacity};
}

GoSlice runesFromString(Heap& heap, GoString text, uint32_t site) {
    const uint64_t count = countRunes(heap.view(text.pointer, text.length));
    const uint64_t capacity = roundUpSize(count * 4, true) / 4;
    const ObjectRef object = heap.alloc(kLayoutScalar, capacity, site);
    if (object == 0) return {};
    std::string_view rest = heap.view(text.pointer, text.length);
    Slot* out = heap.slots(object);
    while (!rest.empty()) {
        const DecodedRune decoded = decodeRune(rest);
        *out++ = decoded.rune;
        rest.remove_prefix(decoded.width);
    }
    return {makePointer(object), count, capacity};
}

}  // namespace sluice
