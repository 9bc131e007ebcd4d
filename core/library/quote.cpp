#include "base/utf8.h"
#include "library/number_text.h"
#include "library/unicode.h"

// Quoted texts as strconv/quote.go writes and reads them.

namespace sluice {
namespace {

const char kHex[] = "0123456789abcdef";

void appendHex(std::string& out, uint32_t value, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out.push_back(kHex[value >> shift & 0xF]);
}

void appendEscaped(std::string& out, uint32_t rune, char quote, QuoteKeep keep) {
    if (rune == static_cast<uint32_t>(quote) || rune == '\\') {
        out.push_back('\\');
        out.push_back(static_cast<char>(rune));
        return;
    }
    bool plain = keep == QuoteKeep::Ascii
                     ? rune < 0x80 && isPrintRune(rune)
                     : isPrintRune(rune) || (keep == QuoteKeep::Graphic && isGraphicRune(rune));
    if (plain) {
        appendRune(out, rune);
        return;
    }
    static const char kNames[] = "abtnvfr";  // \a is 7, \b 8, … \r 13, in the order a b t n v f r
    if (rune >= 7 && rune <= 13) {
        out.push_back('\\');
        out.push_back(kNames[rune - 7]);
    } else if (rune < ' ' || rune == 0x7F) {
        out += "\\x";
        appendHex(out, rune, 2);
    } else if (rune < 0x10000) {
        out += "\\u";
        appendHex(out, rune, 4);
    } else {
        out += "\\U";
        appendHex(out, rune, 8);
    }
}

bool readHex(std::string_view text, size_t digits, uint32_t& value) {
    if (text.size() < digits) return false;
    value = 0;
    for (size_t i = 0; i < digits; i++) {
        char c = text[i];
        uint32_t digit = 0;
        if (c >= '0' && c <= '9')
            digit = static_cast<uint32_t>(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = static_cast<uint32_t>(c - 'a') + 10;
        else if (c >= 'A' && c <= 'F')
            digit = static_cast<uint32_t>(c - 'A') + 10;
        else
            return false;
        value = value << 4 | digit;
    }
    return true;
}

/// What follows a backslash: text[0] is the letter.
bool readEscape(std::string_view text, char quote, uint32_t& rune, bool& multibyte, size_t& used) {
    char c = text[0];
    used = 1;
    switch (c) {
        case 'a': rune = 7; return true;
        case 'b': rune = 8; return true;
        case 't': rune = 9; return true;
        case 'n': rune = 10; return true;
        case 'v': rune = 11; return true;
        case 'f': rune = 12; return true;
        case 'r': rune = 13; return true;
        case '\\': rune = '\\'; return true;
        case '\'':
        case '"': rune = static_cast<uint32_t>(c); return c == quote;
        case 'x':
        case 'u':
        case 'U': {
            size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            if (!readHex(text.substr(1), digits, rune)) return false;
            used = 1 + digits;
            multibyte = c != 'x';
            return c == 'x' || isValidRune(rune);
        }
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7': {
            if (text.size() < 3) return false;
            rune = 0;
            for (size_t i = 0; i < 3; i++) {
                if (text[i] < '0' || text[i] > '7') return false;
                rune = rune << 3 | static_cast<uint32_t>(text[i] - '0');
            }
            used = 3;
            return rune <= 255;
        }
        default: return false;
    }
}

}  // namespace

void appendQuoted(std::string& out, std::string_view text, char quote, QuoteKeep keep) {
    out.push_back(quote);
    while (!text.empty()) {
        DecodedRune decoded = decodeRune(text);
        if (decoded.valid) {
            appendEscaped(out, decoded.rune, quote, keep);
        } else {
            out += "\\x";
            appendHex(out, static_cast<uint8_t>(text[0]), 2);
        }
        text.remove_prefix(decoded.width);
    }
    out.push_back(quote);
}

void appendQuotedRune(std::string& out, int64_t rune, QuoteKeep keep) {
    bool valid =
        rune >= 0 && rune <= static_cast<int64_t>(kMaxRune) && isValidRune(static_cast<char32_t>(rune));
    out.push_back('\'');
    appendEscaped(out, valid ? static_cast<uint32_t>(rune) : kRuneError, '\'', keep);
    out.push_back('\'');
}

bool canBackquote(std::string_view text) {
    while (!text.empty()) {
        DecodedRune decoded = decodeRune(text);
        if (!decoded.valid || decoded.rune == 0xFEFF || decoded.rune == '`' || decoded.rune == 0x7F)
            return false;
        if (decoded.rune < ' ' && decoded.rune != '\t') return false;
        text.remove_prefix(decoded.width);
    }
    return true;
}

bool unquoteChar(std::string_view text, char quote, uint32_t& rune, bool& multibyte, std::string_view& rest) {
    multibyte = false;
    if (text.empty()) return false;
    char c = text[0];
    if (c == quote && (quote == '\'' || quote == '"')) return false;
    if (static_cast<uint8_t>(c) >= 0x80) {
        DecodedRune decoded = decodeRune(text);
        rune = decoded.rune;
        multibyte = true;
        rest = text.substr(decoded.width);
        return true;
    }
    if (c != '\\') {
        rune = static_cast<uint8_t>(c);
        rest = text.substr(1);
        return true;
    }
    if (text.size() < 2) return false;
    size_t used = 0;
    if (!readEscape(text.substr(1), quote, rune, multibyte, used)) return false;
    rest = text.substr(1 + used);
    return true;
}

bool unquote(std::string_view text, std::string& out) {
    out.clear();
    if (text.size() < 2 || text.front() != text.back()) return false;
    char quote = text.front();
    text = text.substr(1, text.size() - 2);
    if (quote == '`') {
        if (text.find('`') != std::string_view::npos) return false;
        for (char c : text)
            if (c != '\r') out.push_back(c);
        return true;
    }
    if ((quote != '"' && quote != '\'') || text.find('\n') != std::string_view::npos) return false;
    size_t runes = 0;
    while (!text.empty()) {
        uint32_t rune = 0;
        bool multibyte = false;
        // Bytes that are no UTF-8 stay what they are.
        if (static_cast<uint8_t>(text[0]) >= 0x80 && !decodeRune(text).valid && quote == '"') {
            out.push_back(text[0]);
            text.remove_prefix(1);
            continue;
        }
        if (!unquoteChar(text, quote, rune, multibyte, text)) return false;
        if (multibyte || rune < 0x80)
            appendRune(out, rune);
        else
            out.push_back(static_cast<char>(rune));
        runes++;
    }
    // strconv takes '' for an empty text.
    return quote == '"' || runes <= 1;
}

}  // namespace sluice
