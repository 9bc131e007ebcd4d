// Constants as text: from literals of the source, and for messages.
#include <cmath>
#include <string>

#include "base/decimal.h"
#include "types/constant_impl.h"

namespace sluice {
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
                    out += "\\x";
                    appendHexDigits(out, static_cast<unsigned char>(c), 2);
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
/// Boost's own conversion to text would bring the locale library along.
std::string decimalText(Int value) {
    constexpr uint64_t kBase = 1'000'000'000'000'000'000;
    constexpr size_t kBaseDigits = 18;
    const bool negative = value < 0;
    if (negative) value = -value;
    std::string out;
    while (value >= kBase) {
        const Int rest = value % kBase;
        const std::string part = std::to_string(rest.convert_to<uint64_t>());
        out.insert(0, std::string(kBaseDigits - part.size(), '0') + part);
        value /= kBase;
    }
    return (negative ? "-" : "") + std::to_string(value.convert_to<uint64_t>()) + out;
}

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
    std::string text = std::to_string(digits.convert_to<int64_t>());
    while (text.size() > 1 && text.back() == '0') text.pop_back();
    if (text.size() > 1) text.insert(1, ".");
    const std::string power = std::to_string(exponent < 0 ? -exponent : exponent);
    text += exponent < 0 ? "e-" : "e+";
    return (negative ? "-" : "") + text + (power.size() < 2 ? "0" : "") + power;
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
    if (std::isinf(value) || (value == 0 && sign() != 0)) {
        return scientific(A::intOf(this), den);
    }
    const std::string rounded = generalText(value, 6);
    if (den == 1 || rounded.find('.') != std::string::npos) return rounded;
    constexpr int kLargestExponent = 21;
    return shortestText(value, false, kLargestExponent);
}

std::string ConstValue::exactText() const {
    if (kind_ != ConstantKind::Int) return text();
    if (rep_ == kSmall) return std::to_string(small_);
    return decimalText(A::intOf(this));
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

}  // namespace sluice
