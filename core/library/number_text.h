#pragma once

// Numbers and quoted texts exactly as Go's package strconv writes and reads them.

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

/// strconv.FormatFloat. `verb` is one of b e E f g G x X; precision -1 asks for the shortest text that reads
/// back; `bits` is 32 or 64.
std::string formatFloat(double value, char verb, int precision, int bits);
/// Digits of `value` in `base` (2 … 36) with lower case letters.
std::string formatUnsigned(uint64_t value, unsigned base);
std::string formatSigned(int64_t value, unsigned base);

/// How reading a number ended.
enum class NumberStatus : uint8_t { Ok, Syntax, Range, Base, BitSize };

/// strconv.ParseUint: base 0 means by prefix, with underscores. On Range the value is the largest one.
NumberStatus parseUnsigned(std::string_view text, int base, int bits, uint64_t& value);
/// strconv.ParseInt.
NumberStatus parseSigned(std::string_view text, int base, int bits, int64_t& value);
/// strconv.ParseFloat. On Range the value is an infinity.
NumberStatus parseFloat(std::string_view text, int bits, double& value);

/// What quoting leaves unescaped.
enum class QuoteKeep : uint8_t { Printable, Ascii, Graphic };
/// Appends `text` between `quote`s with Go's escapes (strconv.Quote, QuoteToASCII, QuoteToGraphic).
void appendQuoted(std::string& out, std::string_view text, char quote, QuoteKeep keep);
/// Appends a rune between single quotes; what is no rune becomes U+FFFD.
void appendQuotedRune(std::string& out, int64_t rune, QuoteKeep keep);
/// strconv.CanBackquote.
bool canBackquote(std::string_view text);
/// One character of a quoted text (strconv.UnquoteChar). False if the text is malformed; otherwise `rest` is
/// what follows and `multibyte` tells whether `rune` stands for UTF-8 rather than for a byte.
bool unquoteChar(std::string_view text, char quote, uint32_t& rune, bool& multibyte, std::string_view& rest);
/// strconv.Unquote; false if the text is malformed.
bool unquote(std::string_view text, std::string& out);

}  // namespace sluice
