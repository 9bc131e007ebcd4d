#include "library/unicode.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "library/unicode_tables.h"

namespace sluice {

RuneCategory runeCategory(uint32_t rune) {
    if (rune > kMaxRune) return RuneCategory::None;
    return static_cast<RuneCategory>(categoryNumber(rune));
}

bool inMajorCategory(uint32_t rune, char major) {
    RuneCategory category = runeCategory(rune);
    auto between = [category](RuneCategory first, RuneCategory last) {
        return category >= first && category <= last;
    };
    switch (major) {
        case 'C': return between(RuneCategory::Cc, RuneCategory::Cs);
        case 'L': return between(RuneCategory::Ll, RuneCategory::Lu);
        case 'M': return between(RuneCategory::Mc, RuneCategory::Mn);
        case 'N': return between(RuneCategory::Nd, RuneCategory::No);
        case 'P': return between(RuneCategory::Pc, RuneCategory::Ps);
        case 'S': return between(RuneCategory::Sc, RuneCategory::So);
        case 'Z': return between(RuneCategory::Zl, RuneCategory::Zs);
    }
    return false;
}

bool isSpaceRune(uint32_t rune) {
    if (rune <= 0xFF) return (rune >= 9 && rune <= 13) || rune == ' ' || rune == 0x85 || rune == 0xA0;
    return inMajorCategory(rune, 'Z');
}

bool isPrintRune(uint32_t rune) {
    if (rune < 0x7F) return rune >= ' ';
    RuneCategory category = runeCategory(rune);
    return category >= RuneCategory::Ll && category <= RuneCategory::So;
}

bool isGraphicRune(uint32_t rune) { return isPrintRune(rune) || runeCategory(rune) == RuneCategory::Zs; }

uint32_t runeTo(RuneCase which, uint32_t rune) {
    if (rune < 0x80) {
        if (which == RuneCase::Lower) return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
        return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
    }
    const CaseRun* end = kCaseRuns + kCaseRunCount;
    const CaseRun* run = std::lower_bound(kCaseRuns, end, rune,
                                          [](const CaseRun& r, uint32_t value) { return r.last < value; });
    if (run == end || rune < run->first) return rune;
    int32_t delta = which == RuneCase::Upper   ? run->upper
                    : which == RuneCase::Lower ? run->lower
                                               : run->title;
    if (delta == kAlternating) {
        uint32_t lower = which == RuneCase::Lower ? 1 : 0;
        return run->first + (((rune - run->first) & ~1u) | lower);
    }
    return static_cast<uint32_t>(static_cast<int32_t>(rune) + delta);
}

namespace {

/// The Turkish letters i without and I with a dot fold to nothing else.
bool isTurkishI(uint32_t rune) { return rune == 0x130 || rune == 0x131; }

}  // namespace

uint32_t foldRune(uint32_t rune) {
    return isTurkishI(rune) ? rune : runeTo(RuneCase::Lower, runeTo(RuneCase::Upper, rune));
}

uint32_t simpleFold(uint32_t rune) {
    if (isTurkishI(rune)) return rune;
    // The runes of an orbit that are neither the upper nor the lower case of one another, in ascending order
    // per orbit.
    static constexpr uint32_t kOrbits[][4] = {
        {0x4B, 0x6B, 0x212A, 0},        {0x53, 0x73, 0x17F, 0},      {0xB5, 0x39C, 0x3BC, 0},
        {0xC5, 0xE5, 0x212B, 0},        {0xDF, 0x1E9E, 0, 0},        {0x1C4, 0x1C5, 0x1C6, 0},
        {0x1C7, 0x1C8, 0x1C9, 0},       {0x1CA, 0x1CB, 0x1CC, 0},    {0x1F1, 0x1F2, 0x1F3, 0},
        {0x345, 0x399, 0x3B9, 0x1FBE},  {0x392, 0x3B2, 0x3D0, 0},    {0x395, 0x3B5, 0x3F5, 0},
        {0x398, 0x3B8, 0x3D1, 0x3F4},   {0x39A, 0x3BA, 0x3F0, 0},    {0x3A0, 0x3C0, 0x3D6, 0},
        {0x3A1, 0x3C1, 0x3F1, 0},       {0x3A3, 0x3C2, 0x3C3, 0},    {0x3A6, 0x3C6, 0x3D5, 0},
        {0x3A9, 0x3C9, 0x2126, 0},      {0x1E60, 0x1E61, 0x1E9B, 0}, {0x412, 0x432, 0x1C80, 0},
        {0x414, 0x434, 0x1C81, 0},      {0x41E, 0x43E, 0x1C82, 0},   {0x421, 0x441, 0x1C83, 0},
        {0x422, 0x442, 0x1C84, 0x1C85}, {0x42A, 0x44A, 0x1C86, 0},   {0x462, 0x463, 0x1C87, 0},
        {0xA64A, 0xA64B, 0x1C88, 0},
    };
    for (const auto& orbit : kOrbits) {
        for (int i = 0; i < 4 && orbit[i] != 0; i++) {
            if (orbit[i] != rune) continue;
            uint32_t next = 0x110000;
            uint32_t least = rune;
            for (uint32_t member : orbit) {
                if (member == 0) continue;
                if (member > rune) next = std::min(next, member);
                least = std::min(least, member);
            }
            return next == 0x110000 ? least : next;
        }
    }
    uint32_t lower = runeTo(RuneCase::Lower, rune);
    return lower != rune ? lower : runeTo(RuneCase::Upper, rune);
}

}  // namespace sluice
