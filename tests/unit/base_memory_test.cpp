#include <doctest/doctest.h>

#include <string>

#include "base/arena.h"
#include "base/interner.h"
#include "base/rng.h"

using namespace sluice;

TEST_CASE("arena: objects keep their place, alignment and contents") {
    Arena arena;
    std::vector<uint64_t*> made;
    for (uint64_t i = 0; i < 20000; i++) {
        arena.allocate(i % 7, 1);
        made.push_back(arena.make<uint64_t>(i));
        CHECK(reinterpret_cast<uintptr_t>(made.back()) % alignof(uint64_t) == 0);
    }
    bool isSame = true;
    for (uint64_t i = 0; i < made.size(); i++) isSame = isSame && *made[i] == i;
    CHECK(isSame);
    char* big = static_cast<char*>(arena.allocate(1 << 20, 16));
    big[(1 << 20) - 1] = 1;
    CHECK(arena.copyText("hello") == "hello");
    CHECK(arena.copyText("").empty());
}

TEST_CASE("interner: equal texts are one name, ids count from one") {
    Interner names;
    const Name a = names.intern("alpha");
    CHECK(a == names.intern(std::string("al") + "pha"));
    CHECK(a.id() == 1);
    CHECK(names.intern("beta").id() == 2);
    CHECK(a == "alpha");
    CHECK_FALSE(names.find("gamma"));
    for (int i = 0; i < 5000; i++) names.intern("name" + std::to_string(i));
    CHECK(names.size() == 5002);
    CHECK(names.find("name4999").id() == 5002);
    CHECK(names.byId(1) == a);
    CHECK(Name{}.text().empty());
    CHECK(names.intern("_").isBlank());
}

TEST_CASE("rng: the sequence is fixed for ever") {
    uint64_t state = 1234567;
    CHECK(splitMix64(state) == 6457827717110365317u);  // the reference implementation's first value
    CHECK(splitMix64(state) == 3203168211198807973u);
    Rng a(42);
    Rng b(42);
    for (int i = 0; i < 100; i++) CHECK(a.next() == b.next());
    CHECK(Rng(1).next() != Rng(2).next());
    CHECK(Rng(1).split(1).next() != Rng(1).split(2).next());
}

TEST_CASE("rng: below stays below and reaches everything") {
    Rng rng(7);
    for (const uint64_t n : {uint64_t{1}, uint64_t{2}, uint64_t{3}, uint64_t{10}, uint64_t{1} << 63}) {
        for (int i = 0; i < 200; i++) CHECK(rng.below(n) < n);
    }
    int counts[6] = {};
    for (int i = 0; i < 6000; i++) counts[rng.below(6)]++;
    for (const int count : counts) {
        CHECK(count > 850);
        CHECK(count < 1150);
    }
    for (int i = 0; i < 100; i++) {
        const double x = rng.unit();
        CHECK(x >= 0);
        CHECK(x < 1);
    }
}
