#pragma once

// Unicode 15.0 as Go 1.24 knows it: general categories and simple case mapping. Use the functions of
// library/unicode.h.

#include <cstdint>

namespace sluice {

/// The number in kCategoryNames of a code point's category; `rune` is at most 0x10FFFF.
uint32_t categoryNumber(uint32_t rune);

/// Differences to the upper, lower and title case of the code points first … last.
struct CaseRun {
    uint32_t first;
    uint32_t last;
    int32_t upper;
    int32_t lower;
    int32_t title;
};
/// As a difference: upper and lower case letters take turns, beginning with an upper case letter.
constexpr int32_t kAlternating = 0x110000;
extern const CaseRun kCaseRuns[];
extern const uint32_t kCaseRunCount;

}  // namespace sluice
