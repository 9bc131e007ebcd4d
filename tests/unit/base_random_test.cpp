// The two ways to draw a bounded number agree, or runs would differ from their recorded schedules.
#include <initializer_list>
#include <doctest/doctest.h>

#include "base/rng.h"

using namespace sluice;

TEST_CASE("below32 draws the same numbers as below") {
    Rng narrow(42), wide(42);
    // The last three reject often: almost half of all draws lie above the greatest multiple.
    for (uint32_t n : {1u, 2u, 3u, 113u, 65537u, 0x7FFFFFFFu, 0x80000001u, 0xAAAAAAABu, 0xFFFFFFFFu}) {
        for (int i = 0; i < 1000; i++) REQUIRE(uint64_t{narrow.below32(n)} == wide.below(n));
    }
    CHECK(narrow.next() == wide.next());
}
