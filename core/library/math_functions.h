#pragma once

// The functions of Go's package math, computed with plain double arithmetic only, so that every build gives
// the same bits. The C library's own would differ from one system to the next.

namespace sluice {

double mathExp(double x);
double mathExp2(double x);
double mathExpm1(double x);
double mathLog(double x);
double mathLog1p(double x);
double mathLog2(double x);
double mathLog10(double x);
double mathPow(double x, double y);
double mathSin(double x);
double mathCos(double x);
double mathTan(double x);
double mathAsin(double x);
double mathAcos(double x);
double mathAtan(double x);
double mathAtan2(double y, double x);
double mathSinh(double x);
double mathCosh(double x);
double mathTanh(double x);
double mathAsinh(double x);
double mathAcosh(double x);
double mathAtanh(double x);
double mathHypot(double x, double y);
double mathCbrt(double x);
double mathGamma(double x);
double mathErf(double x);
double mathErfc(double x);

}  // namespace sluice
