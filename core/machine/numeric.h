#pragma once

// Arithmetic whose result Go defines (or amd64 shows) where C++ does not: division, shifts, float
// conversions.

#include <cmath>
#include <cstdint>

#include "heap/layout.h"

namespace sluice {

constexpr Slot kLeastInteger = Slot{1} << 63;

/// b must not be 0.
inline Slot divideSigned(Slot a, Slot b) {
    if (b == ~Slot{0}) return Slot{0} - a;
    return static_cast<Slot>(static_cast<int64_t>(a) / static_cast<int64_t>(b));
}
inline Slot remainderSigned(Slot a, Slot b) {
    if (b == ~Slot{0}) return 0;
    return static_cast<Slot>(static_cast<int64_t>(a) % static_cast<int64_t>(b));
}
inline Slot shiftLeft(Slot a, Slot count) { return count < 64 ? a << count : 0; }
inline Slot shiftRightUnsigned(Slot a, Slot count) { return count < 64 ? a >> count : 0; }
inline Slot shiftRightSigned(Slot a, Slot count) {
    return static_cast<Slot>(static_cast<int64_t>(a) >> (count < 64 ? count : 63));
}

/// int64(x) as amd64 converts: what does not fit becomes the least integer.
inline Slot doubleToSigned(double x) {
    if (!(x >= -9223372036854775808.0 && x < 9223372036854775808.0)) return kLeastInteger;
    return static_cast<Slot>(static_cast<int64_t>(x));
}
/// uint64(x) as gc compiles it for amd64.
inline Slot doubleToUnsigned(double x) {
    if (x < 9223372036854775808.0) return doubleToSigned(x);
    return doubleToSigned(x - 9223372036854775808.0) ^ kLeastInteger;
}

inline Slot roundToFloat32(double x) { return slotFromDouble(static_cast<double>(static_cast<float>(x))); }

/// min and max by Go's rules: NaN wins, -0 is less than +0.
inline double minDouble(double a, double b) {
    if (a != a || b != b) return a != a ? a : b;
    if (a == 0 && b == 0) return std::signbit(a) ? a : b;
    return a < b ? a : b;
}
inline double maxDouble(double a, double b) {
    if (a != a || b != b) return a != a ? a : b;
    if (a == 0 && b == 0) return std::signbit(a) ? b : a;
    return a > b ? a : b;
}

}  // namespace sluice
