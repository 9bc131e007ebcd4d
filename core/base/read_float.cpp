#include "base/read_float.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace sluice {

namespace {

/// A whole number in base 2^32, least significant limb first.
class Whole {
  public:
    void multiplyAdd(uint32_t factor, uint32_t addend) {
        uint64_t carry = addend;
        for (uint32_t& limb : limbs_) {
            carry += uint64_t{limb} * factor;
            limb = static_cast<uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) limbs_.push_back(static_cast<uint32_t>(carry));
    }
    void shiftLeft(int bits) {
        limbs_.insert(limbs_.begin(), static_cast<size_t>(bits / 32), 0);
        if (bits % 32 != 0) multiplyAdd(1u << (bits % 32), 0);
    }
    /// Divides and returns whether something was left over.
    bool divide(uint32_t divisor) {
        uint64_t rest = 0;
        for (size_t i = limbs_.size(); i-- > 0;) {
            rest = rest << 32 | limbs_[i];
            limbs_[i] = static_cast<uint32_t>(rest / divisor);
            rest %= divisor;
        }
        while (!limbs_.empty() && limbs_.back() == 0) limbs_.pop_back();
        return rest != 0;
    }
    int bitCount() const {
        if (limbs_.empty()) return 0;
        int bits = static_cast<int>(limbs_.size()) * 32;
        for (uint32_t top = limbs_.back(); top >> 31 == 0; top <<= 1) bits--;
        return bits;
    }
    bool bit(int i) const { return (limbs_[static_cast<size_t>(i) / 32] >> (i % 32) & 1) != 0; }

  private:
    std::vector<uint32_t> limbs_;
};

/// What is left of a number when its digits are read: value × 10^exponent, or × 2^exponent for hexadecimal.
struct Scanned {
    Whole value;
    int64_t exponent = 0;
    int digits = 0;  ///< without leading zeros
    bool isHex = false;
    bool isInexact = false;  ///< digits other than zero were left out at the end
    const char* end = nullptr;
};

/// No more digits than these can decide how a number is rounded (768 for a double).
constexpr int kMaxDigits = 800;
/// Exponents beyond this all mean zero or infinity.
constexpr int64_t kMaxExponent = 100'000;
constexpr uint32_t kTenTo9 = 1'000'000'000;

int digitOf(char c, bool isHex) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return isHex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Digits with a point somewhere; false when there is none.
bool scanDigits(const char*& at, Scanned& out) {
    const int step = out.isHex ? 4 : 1;
    bool any = false, behindPoint = false;
    for (;; at++) {
        if (*at == '.' && !behindPoint) {
            behindPoint = true;
            continue;
        }
        const int digit = digitOf(*at, out.isHex);
        if (digit < 0) return any;
        any = true;
        const bool isKept = out.digits < kMaxDigits;
        if (isKept && (digit != 0 || out.digits > 0)) {
            out.value.multiplyAdd(out.isHex ? 16 : 10, static_cast<uint32_t>(digit));
            out.digits++;
        }
        if (!isKept && digit != 0) out.isInexact = true;
        if (isKept && behindPoint) out.exponent -= step;
        if (!isKept && !behindPoint) out.exponent += step;
    }
}

void scanExponent(const char*& at, Scanned& out) {
    if ((*at | 0x20) != (out.isHex ? 'p' : 'e')) return;
    const char* digits = at + 1;
    const bool isNegative = *digits == '-';
    if (*digits == '-' || *digits == '+') digits++;
    if (digitOf(*digits, false) < 0) return;
    int64_t exponent = 0;
    for (; digitOf(*digits, false) >= 0; digits++)
        exponent = std::min(exponent * 10 + digitOf(*digits, false), kMaxExponent);
    out.exponent += isNegative ? -exponent : exponent;
    at = digits;
}

Scanned scan(const char* at) {
    Scanned out;
    const char* begin = at;
    if (at[0] == '0' && (at[1] | 0x20) == 'x') {
        out.isHex = true;
        at += 2;
    }
    if (scanDigits(at, out)) {
        scanExponent(at, out);
        out.end = at;
    } else if (out.isHex) {
        out.end = begin + 1;  // the zero before the x
    }
    return out;
}

/// Turns × 10^exponent into × 2^result. What a division leaves over goes into isInexact.
int toBinary(Scanned& number) {
    int64_t tens = number.exponent;
    for (; tens >= 9; tens -= 9) number.value.multiplyAdd(kTenTo9, 0);
    for (; tens > 0; tens--) number.value.multiplyAdd(10, 0);
    if (tens == 0) return 0;
    // So many bits that the quotient has all that a double can hold, and some more.
    constexpr int kQuotientBits = 70;
    const int powerBits = static_cast<int>(-tens * 10 / 3 + 1);
    const int shift = std::max(0, powerBits + kQuotientBits - number.value.bitCount());
    number.value.shiftLeft(shift);
    for (; tens <= -9; tens += 9) number.isInexact |= number.value.divide(kTenTo9);
    for (; tens < 0; tens++) number.isInexact |= number.value.divide(10);
    return -shift;
}

/// value × 2^exponent with at most `bits` bits, none of them below 2^least.
double rounded(const Scanned& number, int exponent, int bits, int least) {
    const int count = number.value.bitCount();
    const int keep = std::min(bits, count + exponent - least);
    if (keep < 0) return 0;
    const int drop = std::max(0, count - keep);
    uint64_t mantissa = 0;
    for (int i = count; i-- > drop;) mantissa = mantissa << 1 | (number.value.bit(i) ? 1 : 0);
    if (drop > 0 && number.value.bit(drop - 1)) {
        bool isAboveHalf = number.isInexact;
        for (int i = 0; i < drop - 1 && !isAboveHalf; i++) isAboveHalf = number.value.bit(i);
        if (isAboveHalf || (mantissa & 1) != 0) mantissa++;
    }
    return std::ldexp(static_cast<double>(mantissa), exponent + drop);
}

double read(const char* text, char** end, int bits, int least, double largest) {
    const bool isNegative = *text == '-';
    Scanned number = scan(isNegative || *text == '+' ? text + 1 : text);
    if (end) *end = const_cast<char*>(number.end ? number.end : text);
    double result = 0;
    // The decimal (or binary) place of the first digit: far outside there is nothing to compute.
    const int64_t place = number.exponent + number.digits * (number.isHex ? 4 : 1);
    const int64_t most = number.isHex ? 2000 : 400;
    if (number.digits > 0 && place > most) {
        result = HUGE_VAL;
    } else if (number.digits > 0 && place >= -most) {
        const int exponent = number.isHex ? static_cast<int>(number.exponent) : toBinary(number);
        result = rounded(number, exponent, bits, least);
        if (result > largest) result = HUGE_VAL;
    }
    return isNegative && number.end ? -result : result;
}

}  // namespace

double readFloat(const char* text, char** end) {
    return read(text, end, 53, -1074, std::numeric_limits<double>::max());
}

float readFloat32(const char* text, char** end) {
    return static_cast<float>(read(text, end, 24, -149, std::numeric_limits<float>::max()));
}

}  // namespace sluice
