#include <doctest/doctest.h>

#include <cstring>
#include <map>
#include <vector>

#include "base/rng.h"
#include "heap/collector.h"
#include "heap/heap.h"

using namespace sluice;

namespace {

/// Roots of a test: pointer words.
struct Roots final : RootSource {
    std::vector<Slot> slots;
    void markRoots(Collector& collector) override { collector.markSlots(slots.data(), slots.size()); }
};

struct Node {
    TypeTable types;
    LayoutId layout;
    Node() { layout = types.layouts.intern({SlotKind::Pointer, SlotKind::Scalar}); }
};

}  // namespace

TEST_CASE("a new object is zero, aligned, and knows its layout and site") {
    TypeTable types;
    Heap heap(types);
    const ObjectRef object = heap.alloc(kLayoutScalar, 10, 7);
    CHECK(object != 0);
    CHECK(heap.header(object).count == 10);
    CHECK(heap.header(object).site == 7);
    for (int i = 0; i < 10; ++i) CHECK(heap.slots(object)[i] == 0);
    CHECK(heap.isObject(object));
    CHECK_FALSE(heap.isObject(object + 1));
    CHECK_FALSE(heap.isObject(0));
}

TEST_CASE("zero-size objects share one reference") {
    TypeTable types;
    Heap heap(types);
    CHECK(heap.alloc(kLayoutEmpty, 1) == heap.alloc(kLayoutEmpty, 5));
    CHECK(heap.alloc(kLayoutScalar, 0) == heap.allocBytes(0));
}

TEST_CASE("objects keep their bytes while the arena grows") {
    TypeTable types;
    Heap heap(types);
    std::vector<ObjectRef> objects;
    for (uint32_t i = 1; i < 3000; ++i) {
        const ObjectRef object = heap.allocBytes(i * 7 % 5000 + 1);
        std::memset(heap.bytes(object), static_cast<int>(i & 0xFF), i * 7 % 5000 + 1);
        objects.push_back(object);
    }
    bool same = true;
    for (uint32_t i = 1; i < 3000; ++i) {
        const uint8_t* bytes = heap.bytes(objects[i - 1]);
        for (uint32_t k = 0; k < i * 7 % 5000 + 1; ++k) same = same && bytes[k] == (i & 0xFF);
    }
    CHECK(same);
}

TEST_CASE("collection keeps what is reachable and reuses the rest") {
    Node node;
    Heap heap(node.types);
    Collector collector(heap);
    Roots roots;
    Slot list = 0;
    for (int i = 0; i < 1000; ++i) {
        const ObjectRef cell = heap.alloc(node.layout, 1);
        heap.slots(cell)[0] = list;
        heap.slots(cell)[1] = static_cast<Slot>(i);
        list = makePointer(cell);
        heap.alloc(node.layout, 3);
    }
    const uint64_t before = heap.stats().usedBytes;
    roots.slots = {list};
    collector.collect({&roots});
    CHECK(heap.stats().usedBytes < before);
    int expected = 999;
    for (Slot at = list; at != 0; at = heap.slotAt(at)[0])
        CHECK(heap.slotAt(at)[1] == static_cast<Slot>(expected--));
    CHECK(expected == -1);
    roots.slots.clear();
    collector.collect({&roots});
    CHECK(heap.stats().usedBytes <= 32);  // The shared zero-size object.
}

TEST_CASE("a list of a million cells is marked without recursion") {
    Node node;
    Heap heap(node.types);
    Collector collector(heap);
    Roots roots;
    Slot list = 0;
    for (int i = 0; i < 1000000; ++i) {
        const ObjectRef cell = heap.alloc(node.layout, 1);
        heap.slots(cell)[0] = list;
        list = makePointer(cell);
    }
    roots.slots = {list};
    const uint64_t used = heap.stats().usedBytes;
    collector.collect({&roots});
    CHECK(heap.stats().usedBytes == used);
}

TEST_CASE("random allocation and collection keeps every rooted object intact") {
    Node node;
    Heap heap(node.types);
    Collector collector(heap);
    Rng rng(42);
    std::map<ObjectRef, uint64_t> live;
    Roots roots;
    for (int round = 0; round < 40; ++round) {
        for (int i = 0; i < 300; ++i) {
            const uint64_t size = rng.below(8) == 0 ? rng.below(60000) + 1 : rng.below(300) + 1;
            const ObjectRef object = heap.allocBytes(size);
            std::memset(heap.bytes(object), static_cast<int>(size & 0xFF), size);
            REQUIRE(live.count(object) == 0);
            live[object] = size;
        }
        roots.slots.clear();
        for (auto it = live.begin(); it != live.end();) {
            if (rng.below(2) == 0) {
                it = live.erase(it);
            } else {
                roots.slots.push_back(makePointer(it->first));
                ++it;
            }
        }
        collector.collect({&roots});
        bool same = true;
        for (const auto& [object, size] : live) {
            for (uint64_t k = 0; k < size; ++k) same = same && heap.bytes(object)[k] == (size & 0xFF);
        }
        CHECK(same);
    }
    CHECK(heap.stats().arenaBytes < (uint64_t{64} << 20));
}

TEST_CASE("the limit is an error value, not a crash") {
    TypeTable types;
    Heap heap(types, uint64_t{1} << 20);
    CHECK(heap.allocBytes(uint64_t{2} << 20) == 0);
    CHECK(heap.outOfMemory());
    heap.clearOutOfMemory();
    CHECK(heap.alloc(kLayoutScalar, uint64_t{1} << 60) == 0);
    heap.clearOutOfMemory();
    int given = 0;
    while (given < 100000 && heap.allocBytes(100) != 0 && !heap.overLimit()) ++given;
    CHECK(given > 5000);
    CHECK(given < 20000);
}

TEST_CASE("allocating a hundred times the live heap stays small when collected on demand") {
    Node node;
    Heap heap(node.types);
    Collector collector(heap);
    Roots roots;
    roots.slots = {0};
    for (int i = 0; i < 2000000; ++i) {
        if (heap.needsCollection()) collector.collect({&roots});
        roots.slots[0] = makePointer(heap.alloc(node.layout, 1 + i % 5));
    }
    CHECK(heap.stats().arenaBytes < (uint64_t{16} << 20));
    CHECK(heap.stats().collections > 10);
}
