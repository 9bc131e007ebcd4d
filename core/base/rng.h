#pragma once
// The engine's own random numbers: the same on every platform and standard library, because a run must be
// reproducible from its seed alone.

#include <cstdint>

namespace sluice {

/// SplitMix64 (Steele, Lea, Flood 2014): used to spread seeds. Advances `state` and returns the next value.
uint64_t splitMix64(uint64_t& state);

/// xoshiro256** 1.0 (Blackman, Vigna 2018), seeded through SplitMix64.
class Rng {
  public:
    explicit Rng(uint64_t seed = 0) { reseed(seed); }

    void reseed(uint64_t seed);
    /// 64 random bits.
    uint64_t next() {
        const uint64_t result = rotateLeft(state_[1] * 5, 7) * 9;
        const uint64_t t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = rotateLeft(state_[3], 45);
        return result;
    }
    /// Uniform in 0 … n-1 without bias (Lemire's multiply-and-reject). n must not be 0.
    uint64_t below(uint64_t n);
    /// Uniform in 0 … n-1 for 32-bit n. n must not be 0.
    uint32_t below32(uint32_t n) {
        // The same number as below(n). The scheduler asks at every turn, and a product of 96 bits is cheaper
        // than one of 128 bits.
        for (;;) {
            const uint64_t x = next();
            const uint64_t low = x * n;
            if (low >= n || low >= (0 - uint64_t{n}) % n)
                return static_cast<uint32_t>(((x >> 32) * n + ((x & 0xFFFFFFFFu) * n >> 32)) >> 32);
        }
    }
    /// Uniform in [0, 1) with 53 random bits.
    double unit();
    /// An independent generator derived from this one and `stream`; does not advance this one.
    Rng split(uint64_t stream) const;

  private:
    static uint64_t rotateLeft(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    uint64_t state_[4];
};

}  // namespace sluice
