#pragma once
// What the files about constants share: Boost's multiprecision integers (header only, works without
// exceptions) and the representation of constants. Only core/types/constant*.cpp may include this.
//
// Invariants
// - rep Small: the value is small_. rep Big: an integer outside int64. rep Ratio: a reduced fraction,
// denominator > 0.
// - A fraction whose parts outgrow kMaxRatioBits is rounded to a kFloatBits mantissa, which bounds all work.
#include <exception>
#include <limits>
#include <string>
#include <vector>

#ifndef BOOST_NO_EXCEPTIONS
#define BOOST_NO_EXCEPTIONS
#endif
// libc++ has no std::unary_function any more, and Boost only knows that of newer compilers than it.
#ifndef BOOST_NO_CXX98_FUNCTION_BASE
#define BOOST_NO_CXX98_FUNCTION_BASE
#endif
#include <boost/throw_exception.hpp>

#include <boost/multiprecision/cpp_int.hpp>

#include "base/assert.h"
#include "types/constant.h"

namespace sluice {
using Int =
    boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using boost::multiprecision::gcd;
using boost::multiprecision::msb;

constexpr unsigned kMaxRatioBits = 4096;
/// Bytes of a constant string: sums of sums of sums double it with every line.
constexpr size_t kMaxConstantString = size_t{1} << 24;
constexpr int kMaxLiteralExponent = 20000;  // decimal; larger literals are refused as gc refuses absurd ones
enum Rep : uint8_t { kSmall, kBig, kRatio };

struct Ratio {
    Int num, den;
};

inline int bitsOf(const Int& x) {
    if (x == 0) return 0;
    return static_cast<int>(msb(x < 0 ? Int(-x) : x)) + 1;
}

/// Nearest multiple of a power of two with `mantissa` bits, ties to even; exponents below minExponent lose
/// bits (denormals). The value is result * 2^exponent.
inline Int roundQuotient(const Int& num, const Int& den, int mantissa, int minExponent, int& exponent) {
    exponent = bitsOf(num) - bitsOf(den) - mantissa;
    for (;;) {
        if (exponent < minExponent) exponent = minExponent;
        Int n = num, d = den;
        if (exponent > 0) d <<= static_cast<unsigned>(exponent);
        if (exponent < 0) n <<= static_cast<unsigned>(-exponent);
        Int q = n / d;
        Int r = n - q * d;
        int bits = bitsOf(q);
        if (bits > mantissa) {
            exponent++;
            continue;
        }
        Int twice = r * 2;
        if (twice > d || (twice == d && (q & 1) != 0)) q += 1;
        return q;
    }
}

inline double toDouble(const Int& num, const Int& den, int mantissa, int minExponent, int maxExponent) {
    if (num == 0) return 0;
    bool negative = num < 0;
    int exponent = 0;
    Int q = roundQuotient(negative ? Int(-num) : num, den, mantissa, minExponent, exponent);
    const double whole = static_cast<double>(q.convert_to<uint64_t>());
    const double value = bitsOf(q) + exponent > maxExponent ? std::numeric_limits<double>::infinity()
                                                      : std::ldexp(whole, exponent);
    return negative ? -value : value;
}
struct ConstantPool::Storage {
    std::vector<ConstValue*> values;
    std::vector<Int*> ints;
    std::vector<Ratio*> ratios;
    std::vector<std::string*> texts;
    const ConstValue* unknown = nullptr;
    const ConstValue* truth[2] = {nullptr, nullptr};
};

/// What the functions of this file may touch inside constants.
struct ConstantAccess {
    static ConstValue* make(ConstantPool& pool, ConstantKind kind) {
        auto* value = new ConstValue(kind);
        pool.storage_->values.push_back(value);
        return value;
    }
    static const ConstValue* fromInt(ConstantPool& pool, const Int& x) {
        ConstValue* value = make(pool, ConstantKind::Int);
        if (x >= std::numeric_limits<int64_t>::min() && x <= std::numeric_limits<int64_t>::max()) {
            value->small_ = x.convert_to<int64_t>();
            value->rep_ = kSmall;
            return value;
        }
        auto* big = new Int(x);
        pool.storage_->ints.push_back(big);
        value->rep_ = kBig;
        value->big_ = big;
        return value;
    }
    static const ConstValue* fromRatio(ConstantPool& pool, Int num, Int den) {
        if (den < 0) {
            num = -num;
            den = -den;
        }
        Int common = gcd(num, den);
        if (common > 1) {
            num /= common;
            den /= common;
        }
        if (bitsOf(num) > int(kMaxRatioBits) || bitsOf(den) > int(kMaxRatioBits)) limit(num, den);
        ConstValue* value = make(pool, ConstantKind::Float);
        auto* ratio = new Ratio{std::move(num), std::move(den)};
        pool.storage_->ratios.push_back(ratio);
        value->rep_ = kRatio;
        value->big_ = ratio;
        return value;
    }
    static void limit(Int& num, Int& den) {
        bool negative = num < 0;
        int exponent = 0;
        Int q = roundQuotient(negative ? Int(-num) : num, den, kFloatBits,
                              std::numeric_limits<int>::min() / 2, exponent);
        num = negative ? Int(-q) : q;
        den = 1;
        if (exponent > 0) num <<= static_cast<unsigned>(exponent);
        if (exponent < 0) den <<= static_cast<unsigned>(-exponent);
        Int common = gcd(num, den);
        num /= common;
        den /= common;
    }
    static Int intOf(const ConstValue* x) {
        if (x->rep_ == kSmall) return Int(x->small_);
        if (x->rep_ == kBig) return *static_cast<const Int*>(x->big_);
        return static_cast<const Ratio*>(x->big_)->num;
    }
    static Int denOf(const ConstValue* x) {
        return x->rep_ == kRatio ? static_cast<const Ratio*>(x->big_)->den : Int(1);
    }
    static bool isSmall(const ConstValue* x) { return x->kind_ == ConstantKind::Int && x->rep_ == kSmall; }
    static int64_t small(const ConstValue* x) { return x->small_; }
    static void setSmall(ConstValue* x, int64_t v) { x->small_ = v; }
    static void setText(ConstValue* x, std::string_view t) { x->text_ = t; }
};
using A = ConstantAccess;
}  // namespace sluice
