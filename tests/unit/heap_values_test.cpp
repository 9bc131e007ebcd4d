#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "base/rng.h"
#include "heap/compare.h"
#include "heap/map.h"
#include "heap/strings.h"

using namespace sluice;

namespace {

/// A small universe of types by name.
struct Universe {
    TypeTable types;
    TypeId intType, stringType, floatType, boolType, byteType, anyType, sliceOfInt, mapIntInt, mapStringInt,
        mapFloatInt, mapAnyInt, structType, byteArray, pointerInt;

    TypeId add(RKind kind, const char* name) {
        RType type;
        type.kind = kind;
        type.name = name;
        types.types.push_back(type);
        return static_cast<TypeId>(types.types.size() - 1);
    }
    TypeId map(TypeId key, TypeId elem) {
        const TypeId id = add(RKind::Map, "map");
        types.types[id].key = key;
        types.types[id].elem = elem;
        types.types[id].comparable = types.types[id].hashable = false;
        return id;
    }
    Universe() {
        intType = add(RKind::Int, "int");
        stringType = add(RKind::String, "string");
        floatType = add(RKind::Float64, "float64");
        boolType = add(RKind::Bool, "bool");
        byteType = add(RKind::Uint8, "uint8");
        anyType = add(RKind::Interface, "interface {}");
        sliceOfInt = add(RKind::Slice, "[]int");
        types.types[sliceOfInt].elem = intType;
        types.types[sliceOfInt].comparable = types.types[sliceOfInt].hashable = false;
        mapIntInt = map(intType, intType);
        mapStringInt = map(stringType, intType);
        mapFloatInt = map(floatType, intType);
        mapAnyInt = map(anyType, intType);
        byteArray = add(RKind::Array, "[10]uint8");
        types.types[byteArray].elem = byteType;
        types.types[byteArray].length = 10;
        pointerInt = add(RKind::Pointer, "*int");
        types.types[pointerInt].elem = intType;
        structType = add(RKind::Struct, "main.T");
        for (TypeId field : {boolType, stringType, byteArray, pointerInt}) {
            RField f;
            f.name = "f" + std::to_string(field);
            f.type = field;
            types.types[structType].fields.push_back(f);
        }
        finishTypes(types);
    }
};

}  // namespace

TEST_CASE("finishTypes computes slots, layouts and Go's sizes") {
    Universe u;
    const RType& type = u.types[u.structType];
    CHECK(type.slots == 1 + 2 + 2 + 1);
    CHECK(type.fields[2].slotOffset == 3);
    CHECK(type.goSize == 48);  // bool, padding, string 16, [10]byte, padding, pointer: 8 + 16 + 16 + 8
    CHECK(u.types.layouts[type.layout].kinds[1] == SlotKind::Pointer);
    CHECK(u.types.layouts[type.layout].kinds[5] == SlotKind::Pointer);
    CHECK(u.types[u.byteArray].slots == 2);
    CHECK(u.types[u.intType].data == RData::Scalar);
    CHECK(u.types[u.pointerInt].data == RData::Pointer);
    CHECK(u.types[u.stringType].data == RData::Boxed);
}

TEST_CASE("append grows capacities as Go 1.24 does") {
    CHECK(growCapacity(0, 1, 8, false) == 1);
    CHECK(growCapacity(0, 5, 8, false) == 6);
    CHECK(growCapacity(4, 5, 8, false) == 8);
    CHECK(growCapacity(256, 257, 8, false) == 512);
    CHECK(growCapacity(512, 513, 8, false) == 848);
    CHECK(growCapacity(848, 849, 8, false) == 1280);
    CHECK(growCapacity(0, 1, 1, false) == 8);
    CHECK(growCapacity(0, 5, 16, true) == 5);
    CHECK(growCapacity(0, 3, 24, false) == 3);
    CHECK(growCapacity(1024, 1025, 8, false) == 1536);
}

TEST_CASE("strings: concatenation, comparison, conversions") {
    TypeTable types;
    Heap heap(types);
    const GoString a = newString(heap, "héllo");
    const GoString b = newString(heap, " wörld");
    const GoString both = concatStrings(heap, a, b);
    CHECK(heap.view(both.pointer, both.length) == "héllo wörld");
    CHECK(compareStrings(heap, a, b) > 0);
    CHECK(equalStrings(heap, a, newString(heap, "héllo")));
    const GoSlice runes = runesFromString(heap, both);
    CHECK(runes.length == 11);
    const GoString back = stringFromRunes(heap, runes);
    CHECK(heap.view(back.pointer, back.length) == "héllo wörld");
    const GoString bad = stringFromRune(heap, 0xD800);
    CHECK(heap.view(bad.pointer, bad.length) == "\xEF\xBF\xBD");
    const GoSlice bytes = bytesFromString(heap, a);
    CHECK(bytes.length == 6);
    CHECK(bytes.capacity == 8);
}

TEST_CASE("interfaces compare by dynamic type and value; uncomparable ones say so") {
    Universe u;
    Heap heap(u.types);
    CHECK(equalInterfaces(heap, u.intType, 5, u.intType, 5).equal);
    CHECK_FALSE(equalInterfaces(heap, u.intType, 5, u.boolType, 5).equal);
    CHECK(equalInterfaces(heap, 0, 0, 0, 0).equal);
    const CompareResult bad = equalInterfaces(heap, u.sliceOfInt, 0, u.sliceOfInt, 0);
    CHECK(bad.status == CompareStatus::Uncomparable);
    CHECK(bad.type == u.sliceOfInt);
    CHECK(hashImage(heap, u.floatType, std::vector<Slot>{slotFromDouble(0.0)}.data()).hash ==
          hashImage(heap, u.floatType, std::vector<Slot>{slotFromDouble(-0.0)}.data()).hash);
}

TEST_CASE("a map behaves like a map under random operations") {
    Universe u;
    Heap heap(u.types);
    const Slot map = newMap(heap, u.mapIntInt, 0);
    std::map<Slot, Slot> model;
    Rng rng(7);
    for (int i = 0; i < 20000; ++i) {
        const Slot key = rng.below(500);
        if (rng.below(3) == 0) {
            mapDelete(heap, u.mapIntInt, map, &key);
            model.erase(key);
        } else {
            *mapAssign(heap, u.mapIntInt, map, &key).value = static_cast<Slot>(i);
            model[key] = static_cast<Slot>(i);
        }
        REQUIRE(mapLength(heap, map) == model.size());
    }
    bool same = true;
    for (Slot key = 0; key < 500; ++key) {
        const MapResult found = mapFind(heap, u.mapIntInt, map, &key);
        same = same && (found.value != nullptr) == (model.count(key) != 0) &&
               (found.value == nullptr || *found.value == model[key]);
    }
    CHECK(same);
}

TEST_CASE("an iteration produces each entry at most once while the map changes, and deleted ones never") {
    Universe u;
    Heap heap(u.types);
    Rng rng(3);
    for (int round = 0; round < 50; ++round) {
        const Slot map = newMap(heap, u.mapIntInt, 0);
        for (Slot key = 0; key < 40; ++key) *mapAssign(heap, u.mapIntInt, map, &key).value = key;
        MapIterator iterator = mapIterate(heap, u.mapIntInt, map, rng.below(mapStartChoices(heap, map)));
        std::set<Slot> seen;
        std::set<Slot> deleted;
        while (true) {
            const MapEntry entry = mapNext(heap, u.mapIntInt, iterator);
            if (entry.key == nullptr) break;
            const Slot key = *entry.key;
            CHECK(seen.insert(key).second);
            CHECK(deleted.count(key) == 0);
            const Slot victim = rng.below(40);
            mapDelete(heap, u.mapIntInt, map, &victim);
            if (seen.count(victim) == 0) deleted.insert(victim);
            const Slot fresh = 1000 + rng.below(100000);
            *mapAssign(heap, u.mapIntInt, map, &fresh).value = 1;
            if (seen.size() > 2000) break;
        }
        for (Slot key = 0; key < 40; ++key) CHECK((seen.count(key) != 0 || deleted.count(key) != 0));
    }
}

TEST_CASE("NaN keys: each assignment adds one, none is found, all are iterated, clear removes them") {
    Universe u;
    Heap heap(u.types);
    const Slot map = newMap(heap, u.mapFloatInt, 0);
    const Slot nan = slotFromDouble(std::nan(""));
    for (int i = 0; i < 20; ++i) *mapAssign(heap, u.mapFloatInt, map, &nan).value = static_cast<Slot>(i);
    CHECK(mapLength(heap, map) == 20);
    CHECK(mapFind(heap, u.mapFloatInt, map, &nan).value == nullptr);
    MapIterator iterator = mapIterate(heap, u.mapFloatInt, map, 5);
    int count = 0;
    while (mapNext(heap, u.mapFloatInt, iterator).key != nullptr) ++count;
    CHECK(count == 20);
    mapClear(heap, u.mapFloatInt, map);
    CHECK(mapLength(heap, map) == 0);
}

TEST_CASE("keys: strings by content, interfaces by dynamic value, unhashable ones are named; nil maps") {
    Universe u;
    Heap heap(u.types);
    const Slot map = newMap(heap, u.mapStringInt, 100);
    const GoString one = newString(heap, "one"), again = newString(heap, "one");
    const Slot key[2] = {one.pointer, one.length}, other[2] = {again.pointer, again.length};
    *mapAssign(heap, u.mapStringInt, map, key).value = 11;
    CHECK(*mapFind(heap, u.mapStringInt, map, other).value == 11);
    const Slot any = newMap(heap, u.mapAnyInt, 0);
    const Slot bad[2] = {u.sliceOfInt, 0};
    CHECK(mapAssign(heap, u.mapAnyInt, any, bad).status == MapStatus::Unhashable);
    CHECK(mapFind(heap, u.mapAnyInt, 0, bad).status == MapStatus::Unhashable);
    CHECK(mapAssign(heap, u.mapStringInt, 0, key).status == MapStatus::NilMap);
    CHECK(mapFind(heap, u.mapStringInt, 0, key).value == nullptr);
    CHECK(mapLength(heap, 0) == 0);
}
