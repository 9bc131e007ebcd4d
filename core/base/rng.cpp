#include "base/rng.h"

#include "base/assert.h"

namespace sluice {

namespace {

/// The high and low halves of a 64x64-bit product, written out because 128-bit integers are not standard C++.
uint64_t multiplyHigh(uint64_t a, uint64_t b, uint64_t& low) {
    const uint64_t aLow = a & 0xFFFFFFFFu, aHigh = a >> 32;
    const uint64_t bLow = b & 0xFFFFFFFFu, bHigh = b >> 32;
    const uint64_t ll = aLow * bLow, lh = aLow * bHigh, hl = aHigh * bLow;
    const uint64_t middle = (ll >> 32) + (lh & 0xFFFFFFFFu) + (hl & 0xFFFFFFFFu);
    low = (ll & 0xFFFFFFFFu) | (middle << 32);
    return aHigh * bHigh + (lh >> 32) + (hl >> 32) + (middle >> 32);
}

}  // namespace

uint64_t splitMix64(uint64_t& state) {
    state += 0x9E3779B97F4A7C15u;
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void Rng::reseed(uint64_t seed) {
    for (uint64_t& word : state_) word = splitMix64(seed);
}

uint64_t Rng::below(uint64_t n) {
    SLUICE_ASSERT(n != 0);
    uint64_t low = 0;
    uint64_t high = multiplyHigh(next(), n, low);
    if (low < n) {
        const uint64_t threshold = (0 - n) % n;
        while (low < threshold) high = multiplyHigh(next(), n, low);
    }
    return high;
}

double Rng::unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

Rng Rng::split(uint64_t stream) const {
    uint64_t mixed = state_[0] ^ rotateLeft(state_[2], 23) ^ (stream * 0xD1342543DE82EF95u);
    return Rng(splitMix64(mixed));
}

}  // namespace sluice
