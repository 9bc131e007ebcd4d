#include <cmath>
#include <limits>
#include <utility>

#include "library/math_functions.h"

// Hyperbolic functions, roots, the gamma and the error function.

namespace sluice {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLn2 = 0.693147180559945309417;
constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double mathSinh(double x) {
    double m = std::fabs(x);
    double result = 0;
    if (m > 21) {
        result = mathExp(m) * 0.5;
    } else if (m > 0.5) {
        double e = mathExp(m);
        result = (e - 1 / e) * 0.5;
    } else {
        double s = m * m;
        result = (((-0.2630563213397497062819489e+2 * s + -0.2894211355989563807284660366e+4) * s +
                   -0.8991272022039509355398013511e+5) *
                      s +
                  -0.6307673640497716991184787251e+6) *
                 m;
        result /= ((s + -0.173678953558233699533450911e+3) * s + 0.1521517378790019070696485176e+5) * s +
                  -0.6307673640497716991212077277e+6;
    }
    return x < 0 ? -result : result;
}

double mathCosh(double x) {
    double m = std::fabs(x);
    double e = mathExp(m);
    return m > 21 ? e * 0.5 : (e + 1 / e) * 0.5;
}

double mathTanh(double x) {
    double z = std::fabs(x);
    if (z > 44.014845965556527) return x < 0 ? -1 : 1;
    if (z >= 0.625) {
        z = 1 - 2 / (mathExp(2 * z) + 1);
        return x < 0 ? -z : z;
    }
    if (x == 0) return x;
    double s = x * x;
    return x + x * s *
                   ((-9.64399179425052238628e-1 * s + -9.92877231001918586564e1) * s +
                    -1.61468768441708447952e3) /
                   (((s + 1.12811678491632931402e2) * s + 2.23548839060100448583e3) * s +
                    4.84406305325125486048e3);
}

double mathAsinh(double x) {
    if (std::isnan(x) || std::isinf(x) || x == 0) return x;
    double m = std::fabs(x);
    double t = 0;
    if (m > 1 << 28)
        t = mathLog(m) + kLn2;
    else if (m > 2)
        t = mathLog(2 * m + 1 / (std::sqrt(m * m + 1) + m));
    else if (m < 1.0 / (1 << 28))
        t = m;
    else
        t = mathLog1p(m + m * m / (1 + std::sqrt(1 + m * m)));
    return x < 0 ? -t : t;
}

double mathAcosh(double x) {
    if (x < 1 || std::isnan(x)) return kNaN;
    if (x == 1) return 0;
    if (x >= 1 << 28) return mathLog(x) + kLn2;
    if (x > 2) return mathLog(2 * x - 1 / (x + std::sqrt(x * x - 1)));
    double t = x - 1;
    return mathLog1p(t + std::sqrt(2 * t + t * t));
}

double mathAtanh(double x) {
    if (x < -1 || x > 1 || std::isnan(x)) return kNaN;
    if (x == 1 || x == -1) return x * kInf;
    double m = std::fabs(x);
    double t = 0;
    if (m < 1.0 / (1 << 28))
        t = m;
    else if (m < 0.5)
        t = 0.5 * mathLog1p(2 * m + 2 * m * m / (1 - m));
    else
        t = 0.5 * mathLog1p(2 * m / (1 - m));
    return x < 0 ? -t : t;
}

double mathHypot(double x, double y) {
    if (std::isinf(x) || std::isinf(y)) return kInf;
    if (std::isnan(x) || std::isnan(y)) return kNaN;
    double p = std::fabs(x);
    double q = std::fabs(y);
    if (p < q) std::swap(p, q);
    if (p == 0) return 0;
    q /= p;
    return p * std::sqrt(1 + q * q);
}

double mathCbrt(double x) {
    if (x == 0 || std::isnan(x) || std::isinf(x)) return x;
    int exponent = 0;
    double m = std::frexp(std::fabs(x), &exponent);
    int rest = exponent % 3;
    if (rest < 0) rest += 3;
    m = std::ldexp(m, rest);
    double t = 0.5 + m / 4;
    for (int i = 0; i < 8; i++) t -= (t * t * t - m) / (3 * t * t);
    // One step towards the nearest: exact cubes come out exact.
    double rounded = std::floor(t * 1048576 + 0.5) / 1048576;
    if (rounded * rounded * rounded == m) t = rounded;
    t = std::ldexp(t, (exponent - rest) / 3);
    return x < 0 ? -t : t;
}

double mathGamma(double x) {
    if (std::isnan(x) || x == kInf) return x;
    if (x == -kInf) return kNaN;
    if (x == 0) return std::signbit(x) ? -kInf : kInf;
    bool whole = x == std::floor(x);
    if (x < 0 && whole) return kNaN;
    if (x > 171.61447887182298) return kInf;
    if (x < -20) return kPi / (mathSin(kPi * x) * mathGamma(1 - x));
    double z = 1;
    for (; x >= 3; z *= x) x -= 1;
    for (; x < 2; x += 1) z /= x;
    if (x == 2) return z;
    x -= 2;
    constexpr double kP[] = {1.60119522476751861407e-04, 1.19135147006586384913e-03,
                             1.04213797561761569935e-02, 4.76367800457137231464e-02,
                             2.07448227648435975150e-01, 4.94214826801497100753e-01,
                             9.99999999999999996796e-01};
    constexpr double kQ[] = {-2.31581873324120129819e-05, 5.39605580493303397842e-04,
                             -4.45641913851797240494e-03, 1.18139785222060435552e-02,
                             3.58236398605498653373e-02,  -2.34591795718243348568e-01,
                             7.14304917030273074085e-02,  1.00000000000000000320e+00};
    double p = 0;
    double q = 0;
    for (double c : kP) p = p * x + c;
    for (double c : kQ) q = q * x + c;
    return z * p / q;
}

double mathErf(double x) {
    if (std::isnan(x)) return x;
    double m = std::fabs(x);
    if (m > 6) return x < 0 ? -1 : 1;
    if (m > 2.5) return x < 0 ? mathErfc(m) - 1 : 1 - mathErfc(m);
    // Abramowitz and Stegun 7.1.6: a series without cancellation.
    double term = m;
    double sum = m;
    for (int n = 1; n < 200 && term > sum * 1e-18; n++) {
        term *= 2 * m * m / (2 * n + 1);
        sum += term;
    }
    double result = 2 / std::sqrt(kPi) * mathExp(-m * m) * sum;
    return x < 0 ? -result : result;
}

double mathErfc(double x) {
    if (std::isnan(x)) return x;
    if (x < 2.5) return 1 - mathErf(x);
    if (x > 27.3) return 0;
    // Abramowitz and Stegun 7.1.14: the continued fraction, from its end.
    double fraction = x;
    for (int n = 120; n >= 1; n--) fraction = x + n / 2.0 / fraction;
    return mathExp(-x * x) / (std::sqrt(kPi) * fraction);
}

}  // namespace sluice
