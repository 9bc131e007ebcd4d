#pragma once

// What Go's package unicode says about runes (Unicode 15.0).

#include <cstdint>
#include <string_view>

namespace sluice {

/// General categories in alphabetical order; None = unassigned. Numbers are those of unicode_categories.cpp.
enum class RuneCategory : uint8_t {
    None,
    Cc,
    Cf,
    Co,
    Cs,
    Ll,
    Lm,
    Lo,
    Lt,
    Lu,
    Mc,
    Me,
    Mn,
    Nd,
    Nl,
    No,
    Pc,
    Pd,
    Pe,
    Pf,
    Pi,
    Po,
    Ps,
    Sc,
    Sk,
    Sm,
    So,
    Zl,
    Zp,
    Zs,
};

/// The category of any number; None past U+10FFFF.
RuneCategory runeCategory(uint32_t rune);

/// Classes as unicode.IsX: one letter names a major category ('L', 'M', 'N', 'P', 'S', 'Z', 'C').
bool inMajorCategory(uint32_t rune, char major);
/// unicode.IsSpace.
bool isSpaceRune(uint32_t rune);
/// strconv.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space.
bool isPrintRune(uint32_t rune);
/// strconv.IsGraphic: IsPrint and other spaces.
bool isGraphicRune(uint32_t rune);

enum class RuneCase : uint8_t { Upper, Lower, Title };
/// unicode.To: the rune itself where there is no mapping.
uint32_t runeTo(RuneCase which, uint32_t rune);
/// Equal for runes that are equal under simple case folding.
uint32_t foldRune(uint32_t rune);
/// unicode.SimpleFold: the next rune of the orbit.
uint32_t simpleFold(uint32_t rune);

}  // namespace sluice
