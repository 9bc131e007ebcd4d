#pragma once
// Floating-point numbers as decimal digits, exactly: what strconv, fmt and print build their texts from.
//
// The standard library's own conversion would bring 100 KB of tables into the download; whole numbers of as
// many digits as needed give the same result, and the numbers that programs print mostly take the short way.
//
// Invariants: every result is exact or correctly rounded (half to even), on every build; digits have neither
// leading nor trailing zeros.

#include <cstdint>
#include <string>

namespace sluice {

/// The number 0.d1d2d3… × 10^point. No digits: zero, with point 0.
struct Decimal {
    std::string digits;  ///< characters '0' … '9'
    int point = 0;

    /// Keeps the first `count` digits, rounded half to even; none when `count` is negative.
    void round(int64_t count);
    /// The exponent of the form d.dd × 10^exponent; 0 for zero.
    int exponent() const { return digits.empty() ? 0 : point - 1; }
    /// The digits, "0" for zero.
    std::string text() const { return digits.empty() ? "0" : digits; }
};

/// All digits of `magnitude`, which must be finite and not negative.
Decimal exactDecimal(double magnitude);
/// The fewest digits that read back as `magnitude` (as a float32 if `single`), of those the nearest.
/// `magnitude` must be finite and not negative, and a float32's value if `single`.
Decimal shortestDecimal(double magnitude, bool single);

/// Like printf's %.*e with a sign before negative numbers only and at least two digits of exponent.
std::string scientificText(double value, int decimals);
/// Like printf's %.*g: `digits` significant digits without trailing zeros.
std::string generalText(double value, int digits);
/// Shortest text that reads back as `value`; exponents outside -5 … `largestExponent` give the form 1.5e+21.
std::string shortestText(double value, bool single, int largestExponent);

/// Appends `value` in hexadecimal, lower case, with at least `digits` digits.
void appendHexDigits(std::string& out, uint64_t value, int digits);

}  // namespace sluice
