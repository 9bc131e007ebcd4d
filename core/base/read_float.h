#pragma once
// Reads floating-point numbers, correctly rounded (half to even) on every build.
//
// The C library's own function goes through long double, which brings 15 KB of its arithmetic into the
// download.

namespace sluice {

/// The double that a text begins with: [+-]digits[.digits][e[+-]digits] or [+-]0xhex[.hex][p[+-]digits], in
/// either case. No blanks, no words: for those, and when there is no digit, `end` is `text` and the result 0.
/// @param end set to the first character that is not read; may be null
/// @return ±infinity when the number is too large
double readFloat(const char* text, char** end);
/// The same for a float32.
float readFloat32(const char* text, char** end);

}  // namespace sluice
