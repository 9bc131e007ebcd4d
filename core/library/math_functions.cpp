#include "library/math_functions.h"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <utility>

// Exponentials, logarithms and powers after FDLIBM (Sun Microsystems, freely distributable), the rest after
// Cephes (S. Moshier). Only sqrt, frexp, ldexp, modf and fmod of the C library are used: they are exact.

namespace sluice {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLog2E = 1.44269504088896340736;  // 1/ln 2
constexpr double kLog10Of2 = 0.301029995663981195214;
constexpr double kLn2Hi = 6.93147180369123816490e-01;
constexpr double kLn2Lo = 1.90821492927058770002e-10;
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// e**(hi - lo) * 2**k.
double expMulti(double hi, double lo, int k) {
    double r = hi - lo;
    double t = r * r;
    double c = r - t * (1.66666666666666657415e-01 +
                        t * (-2.77777777770155933842e-03 +
                             t * (6.61375632143793436117e-05 +
                                  t * (-1.65339022054652515390e-06 + t * 4.13813679705723846039e-08))));
    return std::ldexp(1 - ((lo - (r * c) / (2 - c)) - hi), k);
}

bool isOddInteger(double x) {
    if (std::fabs(x) >= 9007199254740992.0) return false;
    double whole = 0;
    return std::modf(x, &whole) == 0 && (static_cast<int64_t>(whole) & 1) == 1;
}

/// 4/pi in binary, for arguments too large for subtraction in three steps.
constexpr uint64_t kFourOverPi[] = {
    0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3,
    0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82,
    0x7323ac7306a673e9, 0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e,
    0x9e8c7ecd3cbfd45a, 0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
};

/// Payne and Hanek: x modulo pi/4 for huge x.
void reduceHuge(double x, uint64_t& j, double& z) {
    uint64_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    unsigned exponent = static_cast<unsigned>(static_cast<int>(bits >> 52 & 0x7FF) - 1023 - 52 + 61);
    bits = (bits & ((uint64_t{1} << 52) - 1)) | uint64_t{1} << 52;
    unsigned digit = exponent / 64;
    unsigned shift = exponent % 64;
    auto window = [&](unsigned i) {
        uint64_t low = shift == 0 ? 0 : kFourOverPi[digit + i + 1] >> (64 - shift);
        return kFourOverPi[digit + i] << shift | low;
    };
    using Wide = unsigned __int128;
    Wide product1 = static_cast<Wide>(window(1)) * bits;
    uint64_t high2 = static_cast<uint64_t>(static_cast<Wide>(window(2)) * bits >> 64);
    Wide sum = (static_cast<Wide>(window(0) * bits) << 64) + product1 + high2;
    uint64_t hi = static_cast<uint64_t>(sum >> 64);
    uint64_t lo = static_cast<uint64_t>(sum);
    j = hi >> 61;
    hi = hi << 3 | lo >> 61;
    lo <<= 3;
    unsigned zeros = hi == 0 ? 64 : static_cast<unsigned>(__builtin_clzll(hi));
    uint64_t e = 1023 - (zeros + 1);
    hi = zeros + 1 >= 64 ? lo : (hi << (zeros + 1) | lo >> (64 - (zeros + 1)));
    bits = hi >> 12 | e << 52;
    std::memcpy(&z, &bits, sizeof z);
    if ((j & 1) == 1) {
        j = (j + 1) & 7;
        z--;
    }
    z *= kPi / 4;
}

/// The octant of x >= 0 and what is left.
void reduce(double x, uint64_t& j, double& z) {
    if (x >= 536870912.0) return reduceHuge(x, j, z);
    j = static_cast<uint64_t>(x * 1.27323954473516268615);
    double y = static_cast<double>(j);
    if ((j & 1) == 1) {
        j++;
        y++;
    }
    j &= 7;
    z = ((x - y * 7.85398125648498535156e-1) - y * 3.77489470793079817668e-8) -
        y * 2.69515142907905952645e-15;
}

double sinePolynomial(double z, double zz) {
    return z + z * zz *
                   ((((((1.58962301576546568060e-10 * zz) + -2.50507477628578072866e-8) * zz +
                       2.75573136213857245213e-6) *
                          zz +
                      -1.98412698295895385996e-4) *
                         zz +
                     8.33333333332211858878e-3) *
                        zz +
                    -1.66666666666666307295e-1);
}

double cosinePolynomial(double zz) {
    return 1.0 - 0.5 * zz +
           zz * zz *
               ((((((-1.13585365213876817300e-11 * zz) + 2.08757008419747316778e-9) * zz +
                   -2.75573141792967388112e-7) *
                      zz +
                  2.48015872888517045348e-5) *
                     zz +
                 -1.38888888888730564116e-3) *
                    zz +
                4.16666666666665929218e-2);
}

double arctanSmall(double x) {
    double z = x * x;
    z = z *
        ((((-8.750608600031904122785e-01 * z + -1.615753718733365076637e+01) * z +
           -7.500855792314704667340e+01) *
              z +
          -1.228866684490136173410e+02) *
             z +
         -6.485021904942025371773e+01) /
        (((((z + 2.485846490142306297962e+01) * z + 1.650270098316988542046e+02) * z +
           4.328810604912902668951e+02) *
              z +
          4.853903996359136964868e+02) *
             z +
         1.945506571482613964425e+02);
    return x * z + x;
}

double arctanPositive(double x) {
    constexpr double kMoreBits = 6.123233995736765886130e-17;
    if (x <= 0.66) return arctanSmall(x);
    if (x > 2.41421356237309504880) return kPi / 2 - arctanSmall(1 / x) + kMoreBits;
    return kPi / 4 + arctanSmall((x - 1) / (x + 1)) + 0.5 * kMoreBits;
}

}  // namespace

double mathExp(double x) {
    if (std::isnan(x) || x == kInf) return x;
    if (x == -kInf || x < -7.45133219101941108420e+02) return 0;
    if (x > 7.09782712893383973096e+02) return kInf;
    if (-1.0 / (1 << 28) < x && x < 1.0 / (1 << 28)) return 1 + x;
    int k = static_cast<int>(1.44269504088896338700e+00 * x + (x < 0 ? -0.5 : 0.5));
    return expMulti(x - k * kLn2Hi, k * kLn2Lo, k);
}

double mathExp2(double x) {
    if (std::isnan(x) || x == kInf) return x;
    if (x == -kInf || x < -1.0740e+03) return 0;
    if (x > 1.0239999999999999e+03) return kInf;
    int k = x == 0 ? 0 : static_cast<int>(x + (x < 0 ? -0.5 : 0.5));
    double t = x - k;
    return expMulti(t * kLn2Hi, -t * kLn2Lo, k);
}

double mathExpm1(double x) {
    // Kahan: the rounding error of exp cancels against that of log.
    double u = mathExp(x);
    if (u == 1 || std::isnan(u) || std::isinf(u)) return u == 1 ? x : u;
    if (u - 1 == -1) return -1;
    return (u - 1) * x / mathLog(u);
}

double mathLog(double x) {
    if (std::isnan(x) || x == kInf) return x;
    if (x < 0) return kNaN;
    if (x == 0) return -kInf;
    int exponent = 0;
    double f = std::frexp(x, &exponent);
    if (f < 1.41421356237309504880 / 2) {
        f *= 2;
        exponent--;
    }
    f -= 1;
    double k = exponent;
    double s = f / (2 + f);
    double s2 = s * s;
    double s4 = s2 * s2;
    double t1 =
        s2 *
        (6.666666666666735130e-01 +
         s4 * (2.857142874366239149e-01 + s4 * (1.818357216161805012e-01 + s4 * 1.479819860511658591e-01)));
    double t2 =
        s4 * (3.999999999940941908e-01 + s4 * (2.222219843214978396e-01 + s4 * 1.531383769920937332e-01));
    double half = 0.5 * f * f;
    return k * kLn2Hi - ((half - (s * (half + (t1 + t2)) + k * kLn2Lo)) - f);
}

double mathLog1p(double x) {
    double u = 1 + x;
    if (u == 1 || std::isnan(u)) return u == 1 ? x : u;
    if (u == kInf) return u;
    if (u <= 0) return u == 0 ? -kInf : kNaN;
    return mathLog(u) * x / (u - 1);
}

double mathLog2(double x) {
    if (!(x > 0) || std::isinf(x)) return mathLog(x);
    int exponent = 0;
    double f = std::frexp(x, &exponent);
    if (f == 0.5) return exponent - 1;
    return mathLog(f) * kLog2E + exponent;
}

double mathLog10(double x) { return mathLog2(x) * kLog10Of2; }

namespace {

/// The cases of Pow with zeros, ones, infinities and NaNs; false if there is none.
bool specialPower(double x, double y, double& result) {
    bool odd = isOddInteger(y);
    if (y == 0 || x == 1)
        result = 1;
    else if (y == 1)
        result = x;
    else if (std::isnan(x) || std::isnan(y))
        result = kNaN;
    else if (x == 0 && y < 0)
        result = std::signbit(x) && odd ? -kInf : kInf;
    else if (x == 0)
        result = std::signbit(x) && odd ? x : 0;
    else if (std::isinf(y) && x == -1)
        result = 1;
    else if (std::isinf(y))
        result = (std::fabs(x) < 1) == (y > 0) ? 0 : kInf;
    else if (std::isinf(x) && x < 0)
        result = mathPow(1 / x, -y);
    else if (std::isinf(x))
        result = y < 0 ? 0 : kInf;
    else if (y == 0.5)
        result = std::sqrt(x);
    else if (y == -0.5)
        result = 1 / std::sqrt(x);
    else
        return false;
    return true;
}

}  // namespace

double mathPow(double x, double y) {
    double result = 0;
    if (specialPower(x, y, result)) return result;
    double whole = 0;
    double fraction = std::modf(std::fabs(y), &whole);
    if (fraction != 0 && x < 0) return kNaN;
    if (whole >= 9.223372036854775808e18) {
        if (x == -1) return 1;
        return (std::fabs(x) < 1) == (y > 0) ? 0 : kInf;
    }
    double a = 1;
    int64_t exponent = 0;
    if (fraction != 0) {
        if (fraction > 0.5) {
            fraction--;
            whole++;
        }
        a = mathExp(fraction * mathLog(x));
    }
    int start = 0;
    double base = std::frexp(x, &start);
    int64_t baseExponent = start;
    for (int64_t i = static_cast<int64_t>(whole); i != 0; i >>= 1) {
        if (baseExponent < -(1 << 12) || baseExponent > 1 << 12) {
            exponent += baseExponent;
            break;
        }
        if ((i & 1) == 1) {
            a *= base;
            exponent += baseExponent;
        }
        base *= base;
        baseExponent <<= 1;
        if (base < 0.5) {
            base += base;
            baseExponent--;
        }
    }
    if (y < 0) {
        a = 1 / a;
        exponent = -exponent;
    }
    return std::ldexp(a, static_cast<int>(exponent));
}

double mathSin(double x) {
    if (x == 0 || std::isnan(x)) return x;
    if (std::isinf(x)) return kNaN;
    bool negative = x < 0;
    uint64_t j = 0;
    double z = 0;
    reduce(std::fabs(x), j, z);
    if (j > 3) {
        negative = !negative;
        j -= 4;
    }
    double y = j == 1 || j == 2 ? cosinePolynomial(z * z) : sinePolynomial(z, z * z);
    return negative ? -y : y;
}

double mathCos(double x) {
    if (std::isnan(x) || std::isinf(x)) return kNaN;
    uint64_t j = 0;
    double z = 0;
    reduce(std::fabs(x), j, z);
    bool negative = j > 3;
    if (j > 3) j -= 4;
    if (j > 1) negative = !negative;
    double y = j == 1 || j == 2 ? sinePolynomial(z, z * z) : cosinePolynomial(z * z);
    return negative ? -y : y;
}

double mathTan(double x) {
    if (x == 0 || std::isnan(x)) return x;
    if (std::isinf(x)) return kNaN;
    uint64_t j = 0;
    double z = 0;
    reduce(std::fabs(x), j, z);
    double zz = z * z;
    double y = z;
    if (zz > 1e-14) {
        double p =
            ((-1.30936939181383777646e4 * zz) + 1.15351664838587416140e6) * zz + -1.79565251976484877988e7;
        double q = (((zz + 1.36812963470692954678e4) * zz + -1.32089234440210967447e6) * zz +
                    2.50083801823357915839e7) *
                       zz +
                   -5.38695755929454629881e7;
        y = z + z * (zz * p / q);
    }
    if ((j & 2) == 2) y = -1 / y;
    return x < 0 ? -y : y;
}

double mathAtan(double x) {
    if (x == 0) return x;
    return x > 0 ? arctanPositive(x) : -arctanPositive(-x);
}

double mathAsin(double x) {
    if (x == 0) return x;
    double magnitude = std::fabs(x);
    if (!(magnitude <= 1)) return kNaN;
    double t = std::sqrt(1 - magnitude * magnitude);
    t = magnitude > 0.7 ? kPi / 2 - arctanPositive(t / magnitude) : arctanPositive(magnitude / t);
    return x < 0 ? -t : t;
}

double mathAcos(double x) { return kPi / 2 - mathAsin(x); }

double mathAtan2(double y, double x) {
    if (std::isnan(x) || std::isnan(y)) return kNaN;
    if (y == 0) return x >= 0 && !std::signbit(x) ? std::copysign(0.0, y) : std::copysign(kPi, y);
    if (x == 0) return std::copysign(kPi / 2, y);
    if (std::isinf(x) && std::isinf(y)) return std::copysign(x > 0 ? kPi / 4 : 2.35619449019234492885, y);
    if (std::isinf(x)) return x > 0 ? std::copysign(0.0, y) : std::copysign(kPi, y);
    if (std::isinf(y)) return std::copysign(kPi / 2, y);
    double q = mathAtan(y / x);
    if (x < 0) return q <= 0 ? q + kPi : q - kPi;
    return q;
}

}  // namespace sluice
