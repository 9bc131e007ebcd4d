#pragma once
// Character classes and Go's %#U and %q for the lexer's messages. Private to core/source.

#include <string>
#include <string_view>

namespace sluice {

/// What Lexer::ch_ holds at the end of the text; no rune has this value.
constexpr char32_t kEndOfText = 0xFFFFFFFF;

inline bool isAsciiDigit(char32_t ch) { return ch >= '0' && ch <= '9'; }
inline char32_t asciiLower(char32_t ch) { return ch | 0x20; }
inline bool isAsciiLetter(char32_t ch) {
    return ch < 0x80 && ((asciiLower(ch) >= 'a' && asciiLower(ch) <= 'z') || ch == '_');
}
inline bool isHexDigit(char32_t ch) {
    return isAsciiDigit(ch) || (ch < 0x80 && asciiLower(ch) >= 'a' && asciiLower(ch) <= 'f');
}

/// Go's %#U: `U+0023 '#'`, without the character when it is not printable.
std::string unicodeText(char32_t rune);
/// Go's %q of a rune: `'a'`, `'\n'`, `'\''`.
std::string quotedRune(char32_t rune);

}  // namespace sluice
