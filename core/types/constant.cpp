// Exact constants on top of Boost's multiprecision integers (header only, works without exceptions).
//
// Invariants
// - rep Small: the value is small_. rep Big: an integer outside int64. rep Ratio: a reduced fraction,
// denominator > 0.
// - A fraction whose parts outgrow kMaxRatioBits is rounded to a kFloatBits mantissa, which bounds all work.
#include "types/constant.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <exception>
#include <limits>
#include <vector>

#ifndef BOOST_NO_EXCEPTIONS
#define BOOST_NO_EXCEPTIONS
#endif
// libc++ has no std::unary_function any more, and Boost only knows that of newer compilers than it.
#ifndef BOOST_NO_CXX98_FUNCTION_BASE
#define BOOST_NO_CXX98_FUNCTION_BASE
#endif
#include <boost/throw_exception.hpp>

#include "base/assert.h"

namespace boost {
// Boost asks the program for this where there are no exceptions; every call would be a bug in the checks
// below.
void throw_exception(const std::exception&) { SLUICE_UNREACHABLE("arithmetic on a bad constant"); }
void throw_exception(const std::exception&, const boost::source_location&) {
    SLUICE_UNREACHABLE("arithmetic on a bad constant");
}
}  // namespace boost

#include <boost/multiprecision/cpp_int.hpp>

namespace sluice {
namespace {
using Int =
    boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
using boost::multiprecision::gcd;
using boost::multiprecision::msb;

constexpr unsigned kMaxRatioBits = 4096;
constexpr int kMaxLiteralExponent = 20000;  // decimal; larger literals are refused as gc refuses absurd ones
enum Rep : uint8_t { kSmall, kBig, kRatio };

struct Ratio {
    Int num, den;
};

int bitsOf(const Int& x) {
    if (x == 0) return 0;
    return static_cast<int>(msb(x < 0 ? Int(-x) : x)) + 1;
}

/// Nearest multiple of a power of two with `mantissa` bits, ties to even; exponents below minExponent lose
/// bits (denormals). The value is result * 2^exponent.
Int roundQuotient(const Int& num, const Int& den, int mantissa, int minExponent, int& exponent) {
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

double toDouble(const Int& num, const Int& den, int mantissa, int minExponent, int maxExponent) {
    if (num == 0) return 0;
    bool negative = num < 0;
    int exponent = 0;
    Int q = roundQuotient(negative ? Int(-num) : num, den, mantissa, minExponent, exponent);
    double value = bitsOf(q) + exponent > maxExponent ? std::numeric_limits<double>::infinity()
                                                      : std::ldexp(q.convert_to<double>(), exponent);
    return negative ? -value : value;
}
}  // namespace

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

// ---- ConstValue

bool ConstValue::boolValue() const {
    SLUICE_ASSERT(kind_ == ConstantKind::Bool);
    return small_ != 0;
}

std::string_view ConstValue::stringValue() const {
    SLUICE_ASSERT(kind_ == ConstantKind::String);
    return text_;
}

int64_t ConstValue::int64Value(bool* exact) const {
    if (rep_ == kSmall) {
        if (exact) *exact = true;
        return small_;
    }
    Int value = A::intOf(this);
    bool fits = A::denOf(this) == 1 && value >= std::numeric_limits<int64_t>::min() &&
                value <= std::numeric_limits<int64_t>::max();
    if (exact) *exact = fits;
    return fits ? value.convert_to<int64_t>() : 0;
}

uint64_t ConstValue::uint64Value(bool* exact) const {
    if (rep_ == kSmall) {
        if (exact) *exact = small_ >= 0;
        return static_cast<uint64_t>(small_);
    }
    Int value = A::intOf(this);
    bool fits = A::denOf(this) == 1 && value >= 0 && value <= std::numeric_limits<uint64_t>::max();
    if (exact) *exact = fits;
    return fits ? value.convert_to<uint64_t>() : 0;
}

double ConstValue::float64Value() const {
    if (kind_ != ConstantKind::Int && kind_ != ConstantKind::Float) return 0;
    if (rep_ == kSmall && small_ > -(1LL << 53) && small_ < (1LL << 53)) return static_cast<double>(small_);
    return toDouble(A::intOf(this), A::denOf(this), 53, -1074, 1024);
}

double ConstValue::float32Value() const {
    if (kind_ != ConstantKind::Int && kind_ != ConstantKind::Float) return 0;
    return toDouble(A::intOf(this), A::denOf(this), 24, -149, 128);
}

int ConstValue::sign() const {
    if (rep_ == kSmall) return (small_ > 0) - (small_ < 0);
    Int value = A::intOf(this);
    return (value > 0) - (value < 0);
}

int ConstValue::bitLength() const {
    if (kind_ != ConstantKind::Int) return 0;
    return bitsOf(A::intOf(this));
}

namespace {
std::string quoteShort(std::string_view text) {
    constexpr size_t kMaxQuoted = 72;
    std::string out = "\"";
    for (char c : text) {
        switch (c) {
            case '\n': out += "\\n"; break;
            case '\t': out += "\\t"; break;
            case '\r': out += "\\r"; break;
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                    char buffer[8];
                    snprintf(buffer, sizeof buffer, "\\x%02x", static_cast<unsigned char>(c));
                    out += buffer;
                } else {
                    out += c;
                }
        }
    }
    out += '"';
    if (out.size() <= kMaxQuoted) return out;
    size_t cut = kMaxQuoted - 3;
    while (cut > 0 && (static_cast<unsigned char>(out[cut]) & 0xc0) == 0x80) cut--;
    return out.substr(0, cut) + "...";
}
}  // namespace

namespace {
/// Six significant decimal digits and an exponent, for values outside float64.
std::string scientific(Int num, const Int& den) {
    constexpr int kDigits = 6;
    bool negative = num < 0;
    if (negative) num = -num;
    int exponent = static_cast<int>((bitsOf(num) - bitsOf(den)) * 0.30102999566398120);
    auto scaled = [&](int e) {
        int shift = kDigits - 1 - e;
        Int power = boost::multiprecision::pow(Int(10), static_cast<unsigned>(shift < 0 ? -shift : shift));
        Int n = shift > 0 ? Int(num * power) : num;
        Int d = shift < 0 ? Int(den * power) : den;
        return Int((n * 2 + d) / (d * 2));
    };
    Int digits = scaled(exponent);
    while (digits >= 1000000) digits = scaled(++exponent);
    while (digits < 100000) digits = scaled(--exponent);
    std::string text = digits.str();
    while (text.size() > 1 && text.back() == '0') text.pop_back();
    if (text.size() > 1) text.insert(1, ".");
    char buffer[16];
    snprintf(buffer, sizeof buffer, "e%+03d", exponent);
    return (negative ? "-" : "") + text + buffer;
}
}  // namespace

std::string ConstValue::text() const {
    switch (kind_) {
        case ConstantKind::Unknown: return "unknown";
        case ConstantKind::Bool: return small_ ? "true" : "false";
        case ConstantKind::String: return quoteShort(text_);
        case ConstantKind::Int: return exactText();
        case ConstantKind::Float: break;
    }
    Int den = A::denOf(this);
    double value = float64Value();
    char buffer[64];
    if (std::isinf(value) || (value == 0 && sign() != 0)) {
        return scientific(A::intOf(this), den);
    }
    snprintf(buffer, sizeof buffer, "%.6g", value);
    if (den != 1 && strpbrk(buffer, ".") == nullptr) {
        auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
        return std::string(buffer, end.ptr);
    }
    return buffer;
}

std::string ConstValue::exactText() const {
    if (kind_ != ConstantKind::Int) return text();
    if (rep_ == kSmall) return std::to_string(small_);
    return A::intOf(this).str();
}

// ---- ConstantPool

ConstantPool::ConstantPool() : storage_(new Storage) {
    storage_->unknown = A::make(*this, ConstantKind::Unknown);
    for (int i = 0; i < 2; i++) {
        ConstValue* value = A::make(*this, ConstantKind::Bool);
        A::setSmall(value, i);
        storage_->truth[i] = value;
    }
}

ConstantPool::~ConstantPool() {
    for (auto* v : storage_->values) delete v;
    for (auto* v : storage_->ints) delete v;
    for (auto* v : storage_->ratios) delete v;
    for (auto* v : storage_->texts) delete v;
}

const ConstValue* ConstantPool::unknown() { return storage_->unknown; }
const ConstValue* ConstantPool::makeBool(bool value) { return storage_->truth[value]; }

const ConstValue* ConstantPool::makeString(std::string_view value) {
    ConstValue* made = A::make(*this, ConstantKind::String);
    storage_->texts.push_back(new std::string(value));
    A::setText(made, *storage_->texts.back());
    return made;
}

const ConstValue* ConstantPool::makeInt(int64_t value) {
    ConstValue* made = A::make(*this, ConstantKind::Int);
    A::setSmall(made, value);
    return made;
}

const ConstValue* ConstantPool::makeUint(uint64_t value) {
    if (value <= uint64_t(std::numeric_limits<int64_t>::max())) return makeInt(static_cast<int64_t>(value));
    return A::fromInt(*this, Int(value));
}

const ConstValue* ConstantPool::makeFloat(double value) {
    if (std::isnan(value) || std::isinf(value)) return unknown();
    int exponent = 0;
    double mantissa = std::frexp(value, &exponent);
    Int num(static_cast<int64_t>(std::ldexp(mantissa, 53)));
    Int den = 1;
    exponent -= 53;
    if (exponent > 0) num <<= static_cast<unsigned>(exponent);
    if (exponent < 0) den <<= static_cast<unsigned>(-exponent);
    return A::fromRatio(*this, num, den);
}

const ConstValue* ConstantPool::intLiteral(std::string_view text) {
    unsigned base = 10;
    size_t i = 0;
    if (text.size() > 1 && text[0] == '0') {
        char c = static_cast<char>(text[1] | 0x20);
        base = c == 'x' ? 16 : c == 'b' ? 2 : 8;
        i = c == 'x' || c == 'b' || c == 'o' ? 2 : 1;
    }
    uint64_t small = 0;
    Int big;
    bool isBig = false;
    for (; i < text.size(); i++) {
        char c = text[i];
        if (c == '_') continue;
        unsigned digit = c <= '9' ? unsigned(c - '0') : unsigned((c | 0x20) - 'a') + 10;
        if (digit >= base) return unknown();
        if (!isBig && small > (std::numeric_limits<uint64_t>::max() - digit) / base) {
            isBig = true;
            big = Int(small);
        }
        if (!isBig) {
            small = small * base + digit;
        } else {
            big = big * base + digit;
            if (bitsOf(big) > int(kMaxRatioBits)) return unknown();
        }
    }
    return isBig ? A::fromInt(*this, big) : makeUint(small);
}

const ConstValue* ConstantPool::floatLiteral(std::string_view text) {
    bool hex = text.size() > 1 && text[0] == '0' && (text[1] | 0x20) == 'x';
    size_t i = hex ? 2 : 0;
    unsigned base = hex ? 16 : 10;
    Int mantissa = 0;
    int scale = 0;
    bool fraction = false;
    for (; i < text.size(); i++) {
        char c = text[i];
        if (c == '_') continue;
        if (c == '.') {
            fraction = true;
            continue;
        }
        char lower = static_cast<char>(c | 0x20);
        if (hex ? lower == 'p' : lower == 'e') break;
        unsigned digit = c <= '9' ? unsigned(c - '0') : unsigned(lower - 'a') + 10;
        if (digit >= base) return unknown();
        mantissa = mantissa * base + digit;
        if (fraction) scale--;
        if (scale < -kMaxLiteralExponent) return unknown();
    }
    long exponent = 0;
    if (i < text.size()) {
        bool negative = false;
        i++;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
        for (; i < text.size(); i++) {
            if (text[i] == '_') continue;
            exponent = exponent * 10 + (text[i] - '0');
            if (exponent > kMaxLiteralExponent) return negative ? A::fromRatio(*this, 0, 1) : unknown();
        }
        if (negative) exponent = -exponent;
    }
    Int den = 1;
    if (hex) {
        exponent += 4L * scale;
        if (exponent > 0) mantissa <<= static_cast<unsigned>(exponent);
        if (exponent < 0) den <<= static_cast<unsigned>(-exponent);
    } else {
        exponent += scale;
        Int power =
            boost::multiprecision::pow(Int(10), static_cast<unsigned>(exponent < 0 ? -exponent : exponent));
        if (exponent > 0) mantissa *= power;
        if (exponent < 0) den = power;
    }
    return A::fromRatio(*this, mantissa, den);
}

namespace {
Int bitwise(const Int& x, Token op, const Int& y) {
    switch (op) {
        case Token::And: return x & y;
        case Token::Or: return x | y;
        case Token::Xor: return x ^ y;
        default: return x & Int(-y - 1);
    }
}
}  // namespace

const ConstValue* ConstantPool::binary(const ConstValue* x, Token op, const ConstValue* y,
                                       bool integerDivision) {
    if (x->isUnknown() || y->isUnknown()) return unknown();
    if (x->kind() == ConstantKind::Bool) {
        bool a = x->boolValue(), b = y->boolValue();
        return makeBool(op == Token::LogicalAnd ? a && b : a || b);
    }
    if (x->kind() == ConstantKind::String) {
        std::string joined(x->stringValue());
        joined += y->stringValue();
        return makeString(joined);
    }
    if (A::isSmall(x) && A::isSmall(y)) {
        int64_t a = A::small(x), b = A::small(y), r = 0;
        bool overflow = true;
        switch (op) {
            case Token::Add: overflow = __builtin_add_overflow(a, b, &r); break;
            case Token::Sub: overflow = __builtin_sub_overflow(a, b, &r); break;
            case Token::Mul: overflow = __builtin_mul_overflow(a, b, &r); break;
            case Token::And:
                r = a & b;
                overflow = false;
                break;
            case Token::Or:
                r = a | b;
                overflow = false;
                break;
            case Token::Xor:
                r = a ^ b;
                overflow = false;
                break;
            case Token::AndNot:
                r = a & ~b;
                overflow = false;
                break;
            default: break;
        }
        if (!overflow) return makeInt(r);
    }
    Int xn = A::intOf(x), yn = A::intOf(y);
    if (x->kind() == ConstantKind::Int && y->kind() == ConstantKind::Int) {
        switch (op) {
            case Token::Add: return A::fromInt(*this, xn + yn);
            case Token::Sub: return A::fromInt(*this, xn - yn);
            case Token::Mul: return A::fromInt(*this, xn * yn);
            case Token::Quo:
                if (integerDivision) return A::fromInt(*this, xn / yn);
                return A::fromRatio(*this, xn, yn);
            case Token::Rem: return A::fromInt(*this, xn % yn);
            default: return A::fromInt(*this, bitwise(xn, op, yn));
        }
    }
    Int xd = A::denOf(x), yd = A::denOf(y);
    switch (op) {
        case Token::Add: return A::fromRatio(*this, xn * yd + yn * xd, xd * yd);
        case Token::Sub: return A::fromRatio(*this, xn * yd - yn * xd, xd * yd);
        case Token::Mul: return A::fromRatio(*this, xn * yn, xd * yd);
        case Token::Quo: return A::fromRatio(*this, xn * yd, xd * yn);
        default: return unknown();
    }
}

const ConstValue* ConstantPool::shift(const ConstValue* x, bool left, unsigned count) {
    if (x->isUnknown()) return unknown();
    Int value = A::intOf(x);
    if (left) return A::fromInt(*this, value << count);
    if (value >= 0) return A::fromInt(*this, value >> count);
    return A::fromInt(*this, -((-value - 1) >> count) - 1);
}

const ConstValue* ConstantPool::negate(const ConstValue* x) {
    if (x->isUnknown()) return unknown();
    if (x->kind() == ConstantKind::Int) return A::fromInt(*this, -A::intOf(x));
    return A::fromRatio(*this, -A::intOf(x), A::denOf(x));
}

const ConstValue* ConstantPool::complement(const ConstValue* x, unsigned sizeBits) {
    if (x->isUnknown()) return unknown();
    Int value = -A::intOf(x) - 1;
    if (sizeBits > 0) value = value & ((Int(1) << sizeBits) - 1);
    return A::fromInt(*this, value);
}

const ConstValue* ConstantPool::logicalNot(const ConstValue* x) {
    return x->isUnknown() ? unknown() : makeBool(!x->boolValue());
}

bool ConstantPool::compare(const ConstValue* x, Token relation, const ConstValue* y) {
    if (x->isUnknown() || y->isUnknown()) return false;
    int order = 0;
    if (x->kind() == ConstantKind::Bool) {
        order = int(x->boolValue()) - int(y->boolValue());
    } else if (x->kind() == ConstantKind::String) {
        order = x->stringValue().compare(y->stringValue());
    } else {
        Int difference = A::intOf(x) * A::denOf(y) - A::intOf(y) * A::denOf(x);
        order = (difference > 0) - (difference < 0);
    }
    switch (relation) {
        case Token::Equal: return order == 0;
        case Token::NotEqual: return order != 0;
        case Token::Less: return order < 0;
        case Token::LessEqual: return order <= 0;
        case Token::Greater: return order > 0;
        default: return order >= 0;
    }
}

const ConstValue* ConstantPool::toInt(const ConstValue* x) {
    if (x->kind() == ConstantKind::Int) return x;
    if (x->kind() != ConstantKind::Float || A::denOf(x) != 1) return unknown();
    return A::fromInt(*this, A::intOf(x));
}

const ConstValue* ConstantPool::toFloat(const ConstValue* x) {
    if (x->kind() == ConstantKind::Float) return x;
    if (x->kind() != ConstantKind::Int) return unknown();
    return A::fromRatio(*this, A::intOf(x), 1);
}

const ConstValue* ConstantPool::roundFloat32(const ConstValue* x) {
    if (x->isUnknown()) return x;
    return makeFloat(x->float32Value());
}

const ConstValue* ConstantPool::roundFloat64(const ConstValue* x) {
    if (x->isUnknown()) return x;
    return makeFloat(x->float64Value());
}
}  // namespace sluice
