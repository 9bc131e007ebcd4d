#pragma once
// Unicode categories as range tables; use the functions of base/utf8.h.

#include <cstdint>

namespace sluice {

struct RuneRange {
    uint32_t first;
    uint32_t last;
};
struct StrideRange {
    uint32_t first;
    uint32_t last;
    uint32_t stride;
};

extern const RuneRange kLetterRanges[];
extern const uint32_t kLetterRangesCount;
extern const RuneRange kDigitRanges[];
extern const uint32_t kDigitRangesCount;
extern const StrideRange kUpperRanges[];
extern const uint32_t kUpperRangesCount;

}  // namespace sluice
