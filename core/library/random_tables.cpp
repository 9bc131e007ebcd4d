#include "library/random_tables.h"

#include <cmath>
#include <vector>

namespace sluice {
namespace {

constexpr size_t kLength = 607;
constexpr size_t kTap = 273;
constexpr uint64_t kSteps = 7'800'000'000'000;

using Polynomial = std::vector<uint64_t>;  // coefficients modulo 2^64, degree < kLength

/// Reduces modulo the recurrence x^607 = x^334 + 1 of y[n] = y[n-607] + y[n-273].
void reduce(Polynomial& p) {
    for (size_t i = p.size(); i-- > kLength;) {
        uint64_t c = p[i];
        p[i] = 0;
        p[i - kLength] += c;
        p[i - kTap] += c;
    }
    p.resize(kLength);
}

Polynomial square(const Polynomial& p) {
    Polynomial out(2 * kLength, 0);
    for (size_t i = 0; i < kLength; i++) {
        if (p[i] == 0) continue;
        for (size_t j = 0; j < kLength; j++) out[i + j] += p[i] * p[j];
    }
    reduce(out);
    return out;
}

/// x^steps modulo the recurrence.
Polynomial power(uint64_t steps) {
    Polynomial p(kLength, 0);
    p[0] = 1;
    for (int bit = 63; bit >= 0; bit--) {
        p = square(p);
        if ((steps >> bit & 1) != 0) {
            p.insert(p.begin(), 0);
            reduce(p);
        }
    }
    return p;
}

/// The generator that fills the first state: Park and Miller's minimal standard.
uint64_t seedStep(uint64_t& x) {
    x = x * 48271 % 2147483647;
    return x;
}

void cook(std::array<uint64_t, kLength>& cooked) {
    std::array<uint64_t, kLength> first{};
    uint64_t x = 1;
    for (int i = 0; i < 20; i++) seedStep(x);
    for (uint64_t& value : first) {
        value = seedStep(x) << 20;
        value ^= seedStep(x) << 10;
        value ^= seedStep(x);
    }
    // The generator walks downwards from index 334 (feed) and 607 (tap): as a sequence y[n], its first values
    // are read backwards.
    std::vector<uint64_t> sequence(2 * kLength);
    for (size_t n = 0; n < kLength; n++) sequence[n] = first[(kLength - kTap + kLength - 1 - n) % kLength];
    for (size_t n = kLength; n < sequence.size(); n++)
        sequence[n] = sequence[n - kLength] + sequence[n - kTap];
    Polynomial jump = power(kSteps);
    std::array<uint64_t, kLength> later{};
    for (size_t n = 0; n < kLength; n++) {
        for (size_t i = 0; i < kLength; i++) later[n] += jump[i] * sequence[n + i];
    }
    // Where the walk stands after kSteps steps decides which index holds which value.
    size_t offset = kSteps % kLength;
    for (size_t n = 0; n < kLength; n++) {
        size_t place = (kLength - kTap + 2 * kLength - 1 - n - offset) % kLength;
        cooked[place] = later[n];
    }
}

template <size_t N>
void ziggurat(std::array<ZigguratStrip, N>& strips, double tail, double area, double scale, bool normal) {
    auto density = [normal](double x) { return normal ? std::exp(-0.5 * x * x) : std::exp(-x); };
    auto inverse = [normal](double y) { return normal ? std::sqrt(-2 * std::log(y)) : -std::log(y); };
    double x = tail;
    double previous = tail;
    double q = area / density(tail);
    strips[0].k = static_cast<uint32_t>(x / q * scale);
    strips[1].k = 0;
    strips[0].w = static_cast<float>(q / scale);
    strips[N - 1].w = static_cast<float>(x / scale);
    strips[0].f = 1;
    strips[N - 1].f = static_cast<float>(density(x));
    for (size_t i = N - 2; i >= 1; i--) {
        x = inverse(area / x + density(x));
        strips[i + 1].k = static_cast<uint32_t>(x / previous * scale);
        previous = x;
        strips[i].f = static_cast<float>(density(x));
        strips[i].w = static_cast<float>(x / scale);
    }
}

}  // namespace

RandomTables::RandomTables() {
    cook(cooked);
    ziggurat(normal, 3.442619855899, 9.91256303526217e-3, 2147483648.0, true);
    ziggurat(exponential, 7.69711747013104972, 3.9496598225815571993e-3, 4294967296.0, false);
}

}  // namespace sluice
