#include "library/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/decimal.h"

namespace sluice {
namespace {

void appendExponent(std::string& out, char letter, int exponent) {
    out.push_back(letter);
    out.push_back(exponent < 0 ? '-' : '+');
    int magnitude = std::abs(exponent);
    if (magnitude < 10) out.push_back('0');
    out += std::to_string(magnitude);
}

/// %e from digits: at least `precision` digits behind the point.
std::string scientific(const std::string& digits, int exponent, int precision, char letter) {
    std::string out(1, digits[0]);
    if (precision > 0) {
        out.push_back('.');
        for (size_t i = 1; i <= static_cast<size_t>(precision); i++)
            out.push_back(i < digits.size() ? digits[i] : '0');
    }
    appendExponent(out, letter, exponent);
    return out;
}

/// %f from digits.
std::string positional(const std::string& digits, int exponent, int precision) {
    std::string out;
    int count = static_cast<int>(digits.size());
    if (exponent < 0) out.push_back('0');
    for (int i = 0; i <= exponent; i++) out.push_back(i < count ? digits[static_cast<size_t>(i)] : '0');
    if (precision > 0) {
        out.push_back('.');
        for (int i = 1; i <= precision; i++) {
            int at = exponent + i;
            out.push_back(at >= 0 && at < count ? digits[static_cast<size_t>(at)] : '0');
        }
    }
    return out;
}

/// %g: picks between the two forms as strconv/ftoa.go does.
std::string general(double value, int precision, int bits, bool upper) {
    bool shortest = precision < 0;
    if (precision == 0) precision = 1;
    Decimal decimal = shortest ? shortestDecimal(value, bits == 32) : exactDecimal(value);
    if (!shortest) decimal.round(precision);
    const std::string digits = decimal.text();
    const int exponent = decimal.exponent();
    int count = static_cast<int>(digits.size());
    int limit = precision;
    if (limit > count && count >= exponent + 1) limit = count;
    if (shortest) limit = 6;
    if (exponent < -4 || exponent >= limit) {
        return scientific(digits, exponent, count - 1, upper ? 'E' : 'e');
    }
    return positional(digits, exponent, std::max(count - exponent - 1, 0));
}

/// %x: -0x1.yyyyyyyyp±dd.
std::string hexadecimal(double value, int precision, bool upper) {
    std::string out;
    int exponent = 0;
    uint64_t mantissa = 0;
    if (value != 0) {
        double fraction = std::frexp(value, &exponent);
        mantissa = static_cast<uint64_t>(std::ldexp(fraction, 61));  // the leading 1 is bit 60
        exponent--;
    }
    if (precision >= 0 && precision < 15) {
        unsigned shift = static_cast<unsigned>(precision) * 4;
        uint64_t extra = (mantissa << shift) & ((uint64_t{1} << 60) - 1);
        mantissa >>= 60 - shift;
        if ((extra | (mantissa & 1)) > (uint64_t{1} << 59)) mantissa++;
        mantissa <<= 60 - shift;
        if ((mantissa & (uint64_t{1} << 61)) != 0) {
            mantissa >>= 1;
            exponent++;
        }
    }
    const char* hex = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    out += upper ? "0X" : "0x";
    out.push_back(static_cast<char>('0' + ((mantissa >> 60) & 1)));
    mantissa <<= 4;
    if (precision < 0 && mantissa != 0) {
        out.push_back('.');
        while (mantissa != 0) {
            out.push_back(hex[mantissa >> 60]);
            mantissa <<= 4;
        }
    } else if (precision > 0) {
        out.push_back('.');
        for (int i = 0; i < precision; i++) {
            out.push_back(hex[mantissa >> 60]);
            mantissa <<= 4;
        }
    }
    appendExponent(out, upper ? 'P' : 'p', exponent);
    return out;
}

/// %b: decimal mantissa, binary exponent.
std::string binary(double value, int bits) {
    int mantissaBits = bits == 32 ? 23 : 52;
    int exponent = 0;
    uint64_t mantissa = 0;
    int least = bits == 32 ? -149 : -1074;
    if (value == 0) {
        exponent = least;
    } else {
        double fraction = std::frexp(value, &exponent);
        exponent -= mantissaBits + 1;
        if (exponent < least) {
            fraction = std::ldexp(fraction, exponent - least);
            exponent = least;
        }
        mantissa = static_cast<uint64_t>(std::ldexp(fraction, mantissaBits + 1));
    }
    std::string out = std::to_string(mantissa);
    out.push_back('p');
    if (exponent >= 0) out.push_back('+');
    return out + std::to_string(exponent);
}

}  // namespace

std::string formatFloat(double value, char verb, int precision, int bits) {
    if (bits == 32) value = static_cast<double>(static_cast<float>(value));
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Inf" : "+Inf";
    bool negative = std::signbit(value);
    double magnitude = std::fabs(value);
    std::string out;
    Decimal decimal;
    switch (verb) {
        case 'b': out = binary(magnitude, bits); break;
        case 'x':
        case 'X': out = hexadecimal(magnitude, precision, verb == 'X'); break;
        case 'e':
        case 'E':
            decimal = precision < 0 ? shortestDecimal(magnitude, bits == 32) : exactDecimal(magnitude);
            if (precision >= 0) decimal.round(int64_t{precision} + 1);
            if (precision < 0) precision = static_cast<int>(decimal.text().size()) - 1;
            out = scientific(decimal.text(), decimal.exponent(), precision, verb);
            break;
        case 'f':
            decimal = precision < 0 ? shortestDecimal(magnitude, bits == 32) : exactDecimal(magnitude);
            if (precision >= 0) decimal.round(int64_t{decimal.point} + precision);
            if (precision < 0)
                precision = std::max(static_cast<int>(decimal.text().size()) - decimal.exponent() - 1, 0);
            out = positional(decimal.text(), decimal.exponent(), precision);
            break;
        case 'g':
        case 'G': out = general(magnitude, precision, bits, verb == 'G'); break;
        default: return std::string("%") + verb;
    }
    return negative ? "-" + out : out;
}

std::string formatUnsigned(uint64_t value, unsigned base) {
    char text[64];
    std::to_chars_result end = std::to_chars(text, text + sizeof text, value, static_cast<int>(base));
    return std::string(text, end.ptr);
}

std::string formatSigned(int64_t value, unsigned base) {
    char text[72];
    std::to_chars_result end = std::to_chars(text, text + sizeof text, value, static_cast<int>(base));
    return std::string(text, end.ptr);
}

}  // namespace sluice
