#pragma once

// Tables of Go's package math/rand, computed from their definitions.

#include <array>
#include <cstdint>

namespace sluice {

/// One strip of a ziggurat (Marsaglia and Tsang, "The Ziggurat Method for Generating Random Variables").
struct ZigguratStrip {
    uint32_t k = 0;
    float w = 0;
    float f = 0;
};

struct RandomTables {
    RandomTables();

    /// The state of the additive lagged Fibonacci generator (607, 273) after 7.8e12 steps, to which seeds are
    /// added.
    std::array<uint64_t, 607> cooked{};
    std::array<ZigguratStrip, 128> normal{};
    std::array<ZigguratStrip, 256> exponential{};
};

}  // namespace sluice
