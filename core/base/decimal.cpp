#include "base/decimal.h"

#include <cmath>
#include <vector>

namespace sluice {

namespace {

/// A whole number in base 10^9, least significant limb first.
class Limbs {
  public:
    explicit Limbs(uint64_t value) {
        for (; value != 0; value /= kBase) limbs_.push_back(static_cast<uint32_t>(value % kBase));
    }
    void multiply(uint32_t factor) {
        uint64_t carry = 0;
        for (uint32_t& limb : limbs_) {
            carry += uint64_t{limb} * factor;
            limb = static_cast<uint32_t>(carry % kBase);
            carry /= kBase;
        }
        for (; carry != 0; carry /= kBase) limbs_.push_back(static_cast<uint32_t>(carry % kBase));
    }
    /// Multiplies by `factor` to the power of `count`; `bulk` is its power of `bulkCount` and below 2^32.
    void multiplyPower(uint32_t factor, int count, uint32_t bulk, int bulkCount) {
        for (; count >= bulkCount; count -= bulkCount) multiply(bulk);
        for (; count > 0; count--) multiply(factor);
    }
    std::string text() const {
        std::string out;
        for (size_t i = limbs_.size(); i-- > 0;) {
            std::string part = std::to_string(limbs_[i]);
            if (!out.empty()) out.append(kLimbDigits - part.size(), '0');
            out += part;
        }
        return out;
    }

  private:
    static constexpr uint64_t kBase = 1'000'000'000;
    static constexpr size_t kLimbDigits = 9;
    std::vector<uint32_t> limbs_;
};

/// mantissa × 2^exponent; a negative power of two is a power of five with the point moved.
Decimal decimalOf(uint64_t mantissa, int exponent) {
    Limbs limbs(mantissa);
    constexpr uint32_t kTwoTo29 = 1u << 29, kFiveTo13 = 1220703125;
    if (exponent > 0) limbs.multiplyPower(2, exponent, kTwoTo29, 29);
    if (exponent < 0) limbs.multiplyPower(5, -exponent, kFiveTo13, 13);
    Decimal out;
    out.digits = limbs.text();
    out.point = static_cast<int>(out.digits.size()) + (exponent < 0 ? exponent : 0);
    while (!out.digits.empty() && out.digits.back() == '0') out.digits.pop_back();
    if (out.digits.empty()) out.point = 0;
    return out;
}

/// A binary floating-point number taken apart: mantissa × 2^exponent with all bits of the format.
struct Parts {
    uint64_t mantissa;
    int exponent;
};

Parts partsOf(double magnitude, bool single) {
    const int bits = single ? 24 : 53;
    const int least = single ? -149 : -1074;
    int exponent = 0;
    const double fraction = std::frexp(magnitude, &exponent);
    exponent -= bits;
    if (exponent < least)
        return {static_cast<uint64_t>(std::ldexp(fraction, bits + exponent - least)), least};
    return {static_cast<uint64_t>(std::ldexp(fraction, bits)), exponent};
}

void roundUp(Decimal& d, size_t count) {
    d.digits.resize(count);
    while (!d.digits.empty() && d.digits.back() == '9') d.digits.pop_back();
    if (d.digits.empty()) {
        d.digits = "1";
        d.point++;
    } else {
        d.digits.back()++;
    }
}

void roundDown(Decimal& d, size_t count) {
    d.digits.resize(count);
    while (!d.digits.empty() && d.digits.back() == '0') d.digits.pop_back();
    if (d.digits.empty()) d.point = 0;
}

/// Numbers with at most 15 digits, few of them behind the point: the quotient of two exact doubles is the
/// number that its decimal text reads back as, and no other text that short does.
bool quickShortest(double magnitude, Decimal& out) {
    constexpr double kExact = 1e15;
    double power = 1;
    for (int decimals = 0; decimals <= 15; decimals++, power *= 10) {
        const double scaled = std::nearbyint(magnitude * power);
        if (scaled >= kExact) return false;
        if (scaled / power != magnitude) continue;
        out = decimalOf(static_cast<uint64_t>(scaled), 0);
        if (!out.digits.empty()) out.point -= decimals;
        return true;
    }
    return false;
}

/// The digit of `d` at place `i`, which counts from that of `reference`'s first digit.
char digitAt(const Decimal& d, const Decimal& reference, int i) {
    const int at = i - reference.point + d.point;
    return at >= 0 && at < static_cast<int>(d.digits.size()) ? d.digits[static_cast<size_t>(at)] : '0';
}

}  // namespace

void Decimal::round(int64_t count) {
    if (count < 0) {
        digits.clear();
        point = 0;
        return;
    }
    const size_t keep = static_cast<size_t>(count);
    if (keep >= digits.size()) return;
    const bool isHalf = digits[keep] == '5' && keep + 1 == digits.size();
    const bool up = isHalf ? keep > 0 && (digits[keep - 1] - '0') % 2 != 0 : digits[keep] >= '5';
    up ? roundUp(*this, keep) : roundDown(*this, keep);
}

Decimal exactDecimal(double magnitude) {
    const Parts parts = partsOf(magnitude, false);
    return decimalOf(parts.mantissa, parts.exponent);
}

/// Cuts the exact digits as soon as what is left lies between the midpoints to both neighbours (as strconv's
/// roundShortest does).
Decimal shortestDecimal(double magnitude, bool single) {
    Decimal out;
    if (!single && quickShortest(magnitude, out)) return out;
    const Parts parts = partsOf(magnitude, single);
    const uint64_t middle = parts.mantissa * 4;
    // Below a power of two the neighbour is only half as far away, unless there are no smaller exponents.
    const bool isPower =
        parts.mantissa == uint64_t{1} << (single ? 23 : 52) && parts.exponent > (single ? -149 : -1074);
    out = decimalOf(middle, parts.exponent - 2);
    const Decimal upper = decimalOf(middle + 2, parts.exponent - 2);
    const Decimal lower = decimalOf(middle - (isPower ? 1 : 2), parts.exponent - 2);
    const bool inclusive = parts.mantissa % 2 == 0;
    int above =
        0;  // how far the digits so far are below those of `upper`: 0, 1 or more units of the last place
    for (int i = 0;; i++) {
        const int at = i - upper.point + out.point;
        if (at >= static_cast<int>(out.digits.size())) return out;
        const char l = digitAt(lower, upper, i), m = digitAt(out, upper, i), u = digitAt(upper, upper, i);
        const int lowerAt = i - upper.point + lower.point;
        const bool down = l != m || (inclusive && lowerAt + 1 == static_cast<int>(lower.digits.size()));
        if (above == 0 && m + 1 < u) {
            above = 2;
        } else if (above == 0 && m != u) {
            above = 1;
        } else if (above == 1 && (m != '9' || u != '0')) {
            above = 2;
        }
        const bool up =
            above > 0 && (inclusive || above > 1 || i + 1 < static_cast<int>(upper.digits.size()));
        const size_t count = static_cast<size_t>(at + 1);
        if (down && up) {
            out.round(at + 1);
        } else if (down) {
            roundDown(out, count);
        } else if (up) {
            roundUp(out, count);
        } else {
            continue;
        }
        return out;
    }
}

namespace {

/// d.ddd with at least `decimals` digits behind the point, and an exponent.
std::string withExponent(const Decimal& d, int decimals) {
    const std::string digits = d.text();
    std::string out(1, digits[0]);
    if (decimals > 0) {
        out += '.';
        out.append(digits, 1, std::string::npos);
        out.append(static_cast<size_t>(decimals) + 1 - digits.size(), '0');
    }
    const int exponent = d.exponent();
    const int size = exponent < 0 ? -exponent : exponent;
    out += exponent < 0 ? "e-" : "e+";
    if (size < 10) out += '0';
    return out + std::to_string(size);
}

/// Without an exponent, with no more digits than there are.
std::string withoutExponent(const Decimal& d) {
    if (d.digits.empty()) return "0";
    const int count = static_cast<int>(d.digits.size());
    if (d.point <= 0) return "0." + std::string(static_cast<size_t>(-d.point), '0') + d.digits;
    if (d.point >= count) return d.digits + std::string(static_cast<size_t>(d.point - count), '0');
    const size_t whole = static_cast<size_t>(d.point);
    return d.digits.substr(0, whole) + "." + d.digits.substr(whole);
}

std::string signOf(double value) { return std::signbit(value) ? "-" : ""; }

}  // namespace

std::string scientificText(double value, int decimals) {
    Decimal d = exactDecimal(std::fabs(value));
    d.round(int64_t{decimals} + 1);
    return signOf(value) + withExponent(d, decimals);
}

std::string generalText(double value, int digits) {
    Decimal d = exactDecimal(std::fabs(value));
    d.round(digits);
    const bool scientific = d.exponent() < -4 || d.exponent() >= digits;
    return signOf(value) +
           (scientific ? withExponent(d, static_cast<int>(d.text().size()) - 1) : withoutExponent(d));
}

std::string shortestText(double value, bool single, int largestExponent) {
    const Decimal d = shortestDecimal(std::fabs(value), single);
    const bool scientific = d.exponent() < -4 || d.exponent() >= largestExponent;
    return signOf(value) +
           (scientific ? withExponent(d, static_cast<int>(d.text().size()) - 1) : withoutExponent(d));
}

void appendHexDigits(std::string& out, uint64_t value, int digits) {
    for (int shift = 60; shift >= 0; shift -= 4) {
        const uint64_t rest = value >> shift;
        if (rest != 0 || shift < digits * 4) out += "0123456789abcdef"[rest & 15];
    }
}

}  // namespace sluice
