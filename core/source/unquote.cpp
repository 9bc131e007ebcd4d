// Values of string and rune literals (Go spec, "String literals", "Rune literals").
#include "base/utf8.h"
#include "source/lexer.h"
#include "source/lexer_text.h"

namespace sluice {

namespace {

/// Decodes one escape sequence behind its backslash and appends its bytes. Consumes what it read from `rest`.
/// `rune` gets the value.
void appendEscape(std::string_view& rest, std::string& out, char32_t& rune) {
    static constexpr std::string_view kLetters = "abfnrtv\\'\"";
    static constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\'\"";
    if (rest.empty()) return;
    const char letter = rest.front();
    const size_t known = kLetters.find(letter);
    if (known != std::string_view::npos) {
        rest.remove_prefix(1);
        rune = static_cast<unsigned char>(kValues[known]);
        out += kValues[known];
        return;
    }
    size_t digits = 3;
    uint32_t base = 8;
    if (letter == 'x' || letter == 'u' || letter == 'U') {
        digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
        base = 16;
        rest.remove_prefix(1);
    }
    uint32_t value = 0;
    for (size_t i = 0; i < digits && !rest.empty(); i++) {
        const auto ch = static_cast<unsigned char>(rest.front());
        if (!isHexDigit(ch)) break;
        value = value * base + static_cast<uint32_t>(isAsciiDigit(ch) ? ch - '0' : asciiLower(ch) - 'a' + 10);
        rest.remove_prefix(1);
    }
    rune = value;
    if (digits <= 3) {
        out += static_cast<char>(value);
    } else {
        appendRune(out, value);
    }
}

}  // namespace

std::string unquoteString(std::string_view literal) {
    std::string out;
    if (literal.empty()) return out;
    const char quote = literal.front();
    literal.remove_prefix(1);
    if (!literal.empty() && literal.back() == quote) literal.remove_suffix(1);
    if (quote == '`') {
        // Carriage returns are discarded from raw strings.
        for (const char c : literal) {
            if (c != '\r') out += c;
        }
        return out;
    }
    while (!literal.empty()) {
        const char c = literal.front();
        literal.remove_prefix(1);
        if (c != '\\') {
            out += c;
            continue;
        }
        char32_t rune = 0;
        appendEscape(literal, out, rune);
    }
    return out;
}

char32_t unquoteRune(std::string_view literal) {
    if (literal.size() < 3 || literal.front() != '\'' || literal.back() != '\'') return kRuneError;
    literal = literal.substr(1, literal.size() - 2);
    if (literal.front() != '\\') return decodeRune(literal).rune;
    literal.remove_prefix(1);
    std::string ignored;
    char32_t rune = kRuneError;
    appendEscape(literal, ignored, rune);
    return rune;
}

}  // namespace sluice
