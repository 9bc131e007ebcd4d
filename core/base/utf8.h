#pragma once
// UTF-8 as Go defines it (package unicode/utf8): surrogates, overlong forms and values past U+10FFFF are
// errors, and an error has width 1 and yields U+FFFD.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

constexpr char32_t kRuneError = 0xFFFD;
constexpr char32_t kMaxRune = 0x10FFFF;

/// One decoded rune. `width` is 0 only for empty input; an encoding error is {kRuneError, 1, false}.
struct DecodedRune {
    char32_t rune;
    uint32_t width;
    bool valid;
};

/// Decodes the first rune of `text`.
DecodedRune decodeRune(std::string_view text);
/// Decodes the last rune of `text`.
DecodedRune decodeLastRune(std::string_view text);
/// Writes `rune` to `out` (up to 4 bytes) and returns the width; invalid runes are written as U+FFFD.
uint32_t encodeRune(char32_t rune, char* out);
/// Appends `rune` to `out`; invalid runes are written as U+FFFD.
void appendRune(std::string& out, char32_t rune);
/// Number of runes in `text`; each erroneous byte counts as one.
size_t countRunes(std::string_view text);
/// True if `text` is valid UTF-8 throughout.
bool isValidUtf8(std::string_view text);
/// False for surrogates and values past U+10FFFF.
bool isValidRune(char32_t rune);

/// True for what Go allows as a letter in identifiers: `_` and the Unicode categories Lu, Ll, Lt, Lm, Lo.
bool isLetter(char32_t rune);
/// True for Unicode category Nd (decimal digits).
bool isDigit(char32_t rune);
/// True for Unicode category Lu: what makes an identifier exported.
bool isUpper(char32_t rune);
/// True if `name` starts with an upper-case letter (Go spec, "Exported identifiers").
bool isExportedName(std::string_view name);

}  // namespace sluice
