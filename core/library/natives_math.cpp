#include <cmath>
#include <cstring>

#include "library/math_functions.h"
#include "library/natives.h"
#include "library/number_text.h"

// Natives of package math: each takes and returns float64s.

namespace sluice {
namespace {

NativeStatus unary(NativeCall& call, double (*function)(double)) {
    call.setFloat(0, function(call.getFloat(0)));
    return NativeStatus::Done;
}

NativeStatus binary(NativeCall& call, double (*function)(double, double)) {
    call.setFloat(0, function(call.getFloat(0), call.getFloat(1)));
    return NativeStatus::Done;
}

double roundAway(double x) { return std::round(x); }
double roundEven(double x) {
    double whole = std::trunc(x);
    double rest = std::fabs(x - whole);
    if (rest < 0.5) return whole == 0 ? std::copysign(0.0, x) : whole;
    bool up = rest > 0.5 || std::fmod(whole, 2) != 0;
    return up ? whole + std::copysign(1.0, x) : (whole == 0 ? std::copysign(0.0, x) : whole);
}
double floorOf(double x) { return std::floor(x); }
double ceilOf(double x) { return std::ceil(x); }
double truncOf(double x) { return std::trunc(x); }
double sqrtOf(double x) { return std::sqrt(x); }
double modOf(double x, double y) { return std::fmod(x, y); }
double remainderOf(double x, double y) { return std::remainder(x, y); }
double nextAfter(double x, double y) { return std::nextafter(x, y); }

}  // namespace

NativeStatus nativeMathSqrt(NativeCall& call) { return unary(call, sqrtOf); }
NativeStatus nativeMathFloor(NativeCall& call) { return unary(call, floorOf); }
NativeStatus nativeMathCeil(NativeCall& call) { return unary(call, ceilOf); }
NativeStatus nativeMathTrunc(NativeCall& call) { return unary(call, truncOf); }
NativeStatus nativeMathRound(NativeCall& call) { return unary(call, roundAway); }
NativeStatus nativeMathRoundToEven(NativeCall& call) { return unary(call, roundEven); }
NativeStatus nativeMathExp(NativeCall& call) { return unary(call, mathExp); }
NativeStatus nativeMathExp2(NativeCall& call) { return unary(call, mathExp2); }
NativeStatus nativeMathExpm1(NativeCall& call) { return unary(call, mathExpm1); }
NativeStatus nativeMathLog(NativeCall& call) { return unary(call, mathLog); }
NativeStatus nativeMathLog1p(NativeCall& call) { return unary(call, mathLog1p); }
NativeStatus nativeMathLog2(NativeCall& call) { return unary(call, mathLog2); }
NativeStatus nativeMathLog10(NativeCall& call) { return unary(call, mathLog10); }
NativeStatus nativeMathSin(NativeCall& call) { return unary(call, mathSin); }
NativeStatus nativeMathCos(NativeCall& call) { return unary(call, mathCos); }
NativeStatus nativeMathTan(NativeCall& call) { return unary(call, mathTan); }
NativeStatus nativeMathAsin(NativeCall& call) { return unary(call, mathAsin); }
NativeStatus nativeMathAcos(NativeCall& call) { return unary(call, mathAcos); }
NativeStatus nativeMathAtan(NativeCall& call) { return unary(call, mathAtan); }
NativeStatus nativeMathSinh(NativeCall& call) { return unary(call, mathSinh); }
NativeStatus nativeMathCosh(NativeCall& call) { return unary(call, mathCosh); }
NativeStatus nativeMathTanh(NativeCall& call) { return unary(call, mathTanh); }
NativeStatus nativeMathAsinh(NativeCall& call) { return unary(call, mathAsinh); }
NativeStatus nativeMathAcosh(NativeCall& call) { return unary(call, mathAcosh); }
NativeStatus nativeMathAtanh(NativeCall& call) { return unary(call, mathAtanh); }
NativeStatus nativeMathCbrt(NativeCall& call) { return unary(call, mathCbrt); }
NativeStatus nativeMathGamma(NativeCall& call) { return unary(call, mathGamma); }
NativeStatus nativeMathErf(NativeCall& call) { return unary(call, mathErf); }
NativeStatus nativeMathErfc(NativeCall& call) { return unary(call, mathErfc); }
NativeStatus nativeMathPow(NativeCall& call) { return binary(call, mathPow); }
NativeStatus nativeMathAtan2(NativeCall& call) { return binary(call, mathAtan2); }
NativeStatus nativeMathHypot(NativeCall& call) { return binary(call, mathHypot); }
NativeStatus nativeMathMod(NativeCall& call) { return binary(call, modOf); }
NativeStatus nativeMathRemainder(NativeCall& call) { return binary(call, remainderOf); }
NativeStatus nativeMathNextafter(NativeCall& call) { return binary(call, nextAfter); }

NativeStatus nativeMathFloat64bits(NativeCall& call) {
    call.result(0) = call.arg(0);
    return NativeStatus::Done;
}

NativeStatus nativeMathFloat32bits(NativeCall& call) {
    float value = static_cast<float>(call.getFloat(0));
    uint32_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    call.result(0) = bits;
    return NativeStatus::Done;
}

NativeStatus nativeMathFloat32frombits(NativeCall& call) {
    uint32_t bits = static_cast<uint32_t>(call.arg(0));
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    call.setFloat(0, static_cast<double>(value));
    return NativeStatus::Done;
}

NativeStatus nativeMathFrexp(NativeCall& call) {
    double x = call.getFloat(0);
    int exponent = 0;
    if (x != 0 && !std::isnan(x) && !std::isinf(x)) x = std::frexp(x, &exponent);
    call.setFloat(0, x);
    call.setInt(1, exponent);
    return NativeStatus::Done;
}

NativeStatus nativeMathLdexp(NativeCall& call) {
    int64_t exponent = call.getInt(1);
    if (exponent > 5000) exponent = 5000;
    if (exponent < -5000) exponent = -5000;
    call.setFloat(0, std::ldexp(call.getFloat(0), static_cast<int>(exponent)));
    return NativeStatus::Done;
}

NativeStatus nativeMathFMA(NativeCall& call) {
    call.setFloat(0, std::fma(call.getFloat(0), call.getFloat(1), call.getFloat(2)));
    return NativeStatus::Done;
}

NativeStatus nativeMathPow10(NativeCall& call) {
    double value = 0;
    parseFloat("1e" + std::to_string(call.getInt(0)), 64, value);
    call.setFloat(0, value);
    return NativeStatus::Done;
}

}  // namespace sluice
