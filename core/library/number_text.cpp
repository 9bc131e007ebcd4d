#include "library/number_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace sluice {
namespace {

std::string toChars(double value, int bits, std::chars_format format, int precision) {
    std::string out(64, '\0');
    for (;;) {
        char* end = out.data() + out.size();
        std::to_chars_result result{};
        if (precision >= 0)
            result = std::to_chars(out.data(), end, value, format, precision);
        else if (bits == 32)
            result = std::to_chars(out.data(), end, static_cast<float>(value), format);
        else
            result = std::to_chars(out.data(), end, value, format);
        if (result.ec == std::errc()) {
            out.resize(static_cast<size_t>(result.ptr - out.data()));
            return out;
        }
        out.resize(out.size() * 4);
    }
}

/// The shortest digits as "d.ddde±XX" taken apart: digits without point, decimal exponent.
void shortestDigits(double value, int bits, std::string& digits, int& exponent) {
    std::string text = toChars(value, bits, std::chars_format::scientific, -1);
    size_t e = text.find('e');
    exponent = std::atoi(text.c_str() + e + 1);
    digits.clear();
    for (size_t i = 0; i < e; i++)
        if (text[i] != '.') digits.push_back(text[i]);
}

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
    std::string digits;
    int exponent = 0;
    bool shortest = precision < 0;
    if (shortest) {
        shortestDigits(value, bits, digits, exponent);
    } else {
        if (precision == 0) precision = 1;
        std::string text = toChars(value, bits, std::chars_format::scientific, precision - 1);
        size_t e = text.find('e');
        exponent = std::atoi(text.c_str() + e + 1);
        for (size_t i = 0; i < e; i++)
            if (text[i] != '.') digits.push_back(text[i]);
        while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
    }
    if (value == 0) exponent = 0;
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
    std::string digits;
    int exponent = 0;
    switch (verb) {
        case 'b': out = binary(magnitude, bits); break;
        case 'x':
        case 'X': out = hexadecimal(magnitude, precision, verb == 'X'); break;
        case 'e':
        case 'E':
            if (precision < 0) {
                shortestDigits(magnitude, bits, digits, exponent);
                out = scientific(digits, exponent, static_cast<int>(digits.size()) - 1, verb);
            } else {
                out = toChars(magnitude, 64, std::chars_format::scientific, precision);
                if (verb == 'E') out[out.find('e')] = 'E';
            }
            break;
        case 'f':
            if (precision < 0) {
                shortestDigits(magnitude, bits, digits, exponent);
                out =
                    positional(digits, exponent, std::max(static_cast<int>(digits.size()) - exponent - 1, 0));
            } else {
                out = toChars(magnitude, 64, std::chars_format::fixed, precision);
            }
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
