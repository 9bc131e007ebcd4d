#include "base/assert.h"
#include "base/utf8.h"
#include "source/diagnostic.h"
#include "source/lexer.h"
#include "source/lexer_text.h"

namespace sluice {

/// What is known about a number while it is scanned.
struct NumberScan {
    Token kind = Token::Int;
    uint32_t base = 10;
    char prefix = 0;  // 0 (decimal), '0' (leading zero), 'x', 'o' or 'b'
    bool sawDigit = false;
    bool sawSeparator = false;
    bool isGood = true;
    bool hasInvalidDigit = false;
    uint32_t invalidDigit = 0;  // offset of the first digit that the base does not have
};

namespace {

const char* baseName(uint32_t base) {
    switch (base) {
        case 2: return "binary";
        case 8: return "octal";
        case 10: return "decimal";
        default: return "hexadecimal";
    }
}

/// Index of the first `_` that does not stand between digits (a base prefix counts as a digit), or npos.
size_t misplacedSeparator(std::string_view text) {
    char32_t prefix = ' ';
    char previous = '.';  // '_', '0' for any digit, '.' for anything else
    size_t i = 0;
    if (text.size() >= 2 && text[0] == '0') {
        prefix = asciiLower(static_cast<unsigned char>(text[1]));
        if (prefix == 'x' || prefix == 'o' || prefix == 'b') {
            previous = '0';
            i = 2;
        }
    }
    for (; i < text.size(); i++) {
        const auto ch = static_cast<unsigned char>(text[i]);
        if (ch == '_') {
            if (previous != '0') return i;
            previous = '_';
        } else if (isAsciiDigit(ch) || (prefix == 'x' && isHexDigit(ch))) {
            previous = '0';
        } else {
            if (previous == '_') return i - 1;
            previous = '.';
        }
    }
    return previous == '_' ? text.size() - 1 : std::string_view::npos;
}

bool isPrintable(char32_t rune) {
    if (rune < 0x7F) return rune >= 0x20;
    if (rune < 0xA1 || rune == 0xAD || !isValidRune(rune)) return false;
    if (rune >= 0x2000 && rune <= 0x200F) return false;  // spaces and direction marks
    if (rune >= 0x2028 && rune <= 0x202F) return false;
    if (rune >= 0x205F && rune <= 0x206F) return false;
    if (rune == 0x1680 || rune == 0x3000 || rune == 0xFEFF) return false;
    if (rune >= 0xE000 && rune <= 0xF8FF) return false;  // private use
    return !(rune >= 0xFFF0 && rune <= 0xFFFB) && rune < 0xE0000;
}

std::string hexText(char32_t value, int minDigits, bool upper) {
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string out;
    for (; value != 0 || static_cast<int>(out.size()) < minDigits; value >>= 4) {
        out.insert(out.begin(), digits[value & 15]);
    }
    return out;
}

}  // namespace

std::string unicodeText(char32_t rune) {
    std::string out = "U+" + hexText(rune, 4, true);
    if (isPrintable(rune)) {
        out += " '";
        appendRune(out, rune);
        out += "'";
    }
    return out;
}

std::string quotedRune(char32_t rune) {
    static constexpr std::string_view kEscaped = "\a\b\f\n\r\t\v\\'";
    static constexpr std::string_view kLetters = "abfnrtv\\'";
    std::string out = "'";
    const size_t known = rune < 0x80 ? kEscaped.find(static_cast<char>(rune)) : std::string_view::npos;
    if (known != std::string_view::npos) {
        out += '\\';
        out += kLetters[known];
    } else if (isPrintable(rune)) {
        appendRune(out, rune);
    } else if (rune < 0x80) {
        out += "\\x" + hexText(rune, 2, false);
    } else {
        out += rune < 0x10000 ? "\\u" + hexText(rune, 4, false) : "\\U" + hexText(rune, 8, false);
    }
    return out + "'";
}

void Lexer::finishLiteral(TokenInfo& token, Token kind, bool isGood) {
    needsSemicolon_ = true;
    token.kind = kind;
    token.text = tokenText();
    token.isBad = !isGood;
}

void Lexer::scanDigits(uint32_t base, bool recordInvalid, NumberScan& number) {
    for (;; nextChar()) {
        if (ch_ == '_') {
            number.sawSeparator = true;
        } else if (base <= 10 ? isAsciiDigit(ch_) : isHexDigit(ch_)) {
            number.sawDigit = true;
            if (recordInvalid && base <= 10 && ch_ >= '0' + base && !number.hasInvalidDigit) {
                number.hasInvalidDigit = true;
                number.invalidDigit = chOffset_;
            }
        } else {
            return;
        }
    }
}

void Lexer::scanMantissa(NumberScan& number, bool seenPoint) {
    if (!seenPoint) {
        if (ch_ == '0') {
            nextChar();
            const char32_t letter = ch_ < 0x80 ? asciiLower(ch_) : ch_;
            if (letter == 'x' || letter == 'o' || letter == 'b') {
                nextChar();
                number.prefix = static_cast<char>(letter);
                number.base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
            } else {
                number.prefix = '0';
                number.base = 8;
                number.sawDigit = true;
            }
        }
        scanDigits(number.base, true, number);
        if (ch_ == '.') {
            if (number.prefix == 'o' || number.prefix == 'b') {
                errorHere(DiagCode::InvalidNumber,
                          std::string("invalid radix point in ") + baseName(number.base) + " literal");
                number.isGood = false;
            }
            nextChar();
            seenPoint = true;
        }
    }
    if (seenPoint) {
        number.kind = Token::Float;
        scanDigits(number.base, true, number);
    }
    if (!number.sawDigit && number.isGood) {
        errorHere(DiagCode::InvalidNumber, std::string(baseName(number.base)) + " literal has no digits");
        number.isGood = false;
    }
}

void Lexer::scanExponent(NumberScan& number) {
    const char32_t letter = ch_ < 0x80 ? asciiLower(ch_) : ch_;
    if (letter != 'e' && letter != 'p') {
        if (number.prefix == 'x' && number.kind == Token::Float && number.isGood) {
            errorHere(DiagCode::InvalidNumber, "hexadecimal mantissa requires a 'p' exponent");
            number.isGood = false;
        }
        return;
    }
    if (number.isGood) {
        if (letter == 'e' && number.prefix != 0 && number.prefix != '0') {
            errorHere(DiagCode::InvalidNumber, quotedRune(ch_) + " exponent requires decimal mantissa");
            number.isGood = false;
        } else if (letter == 'p' && number.prefix != 'x') {
            errorHere(DiagCode::InvalidNumber, quotedRune(ch_) + " exponent requires hexadecimal mantissa");
            number.isGood = false;
        }
    }
    nextChar();
    number.kind = Token::Float;
    if (ch_ == '+' || ch_ == '-') nextChar();
    number.sawDigit = false;
    scanDigits(10, false, number);
    if (!number.sawDigit && number.isGood) {
        errorHere(DiagCode::InvalidNumber, "exponent has no digits");
        number.isGood = false;
    }
}

void Lexer::scanNumber(TokenInfo& token, bool seenPoint) {
    NumberScan number;
    scanMantissa(number, seenPoint);
    scanExponent(number);
    if (ch_ == 'i') {
        number.kind = Token::Imaginary;
        nextChar();
    }
    finishLiteral(token, number.kind, true);
    if (number.kind == Token::Int && number.hasInvalidDigit && number.isGood) {
        const auto digit = static_cast<unsigned char>(text_[number.invalidDigit]);
        errorAt(number.invalidDigit, DiagCode::InvalidNumber,
                "invalid digit " + quotedRune(digit) + " in " + baseName(number.base) + " literal");
        number.isGood = false;
    }
    if (number.sawSeparator && number.isGood) {
        const size_t at = misplacedSeparator(token.text);
        if (at != std::string_view::npos) {
            errorAt(start_ + static_cast<uint32_t>(at), DiagCode::InvalidNumber,
                    "'_' must separate successive digits");
            number.isGood = false;
        }
    }
    token.isBad = !number.isGood;
}

void Lexer::scanString(TokenInfo& token) {
    bool isGood = true;
    nextChar();
    for (;;) {
        if (gotChar('"')) break;
        if (ch_ == '\\') {
            nextChar();
            isGood = scanEscape('"') && isGood;
        } else if (ch_ == '\n') {
            errorHere(DiagCode::UnterminatedString, "newline in string");
            isGood = false;
            break;
        } else if (ch_ == kEndOfText) {
            errorAt(start_, DiagCode::UnterminatedString, "string not terminated");
            isGood = false;
            break;
        } else {
            nextChar();
        }
    }
    finishLiteral(token, Token::String, isGood);
}

void Lexer::scanRawString(TokenInfo& token) {
    bool isGood = true;
    nextChar();
    while (!gotChar('`')) {
        if (ch_ == kEndOfText) {
            errorAt(start_, DiagCode::UnterminatedString, "string not terminated");
            isGood = false;
            break;
        }
        nextChar();
    }
    finishLiteral(token, Token::String, isGood);
}

void Lexer::scanChar(TokenInfo& token) {
    bool isGood = true;
    nextChar();
    for (uint32_t count = 0;; count++) {
        if (ch_ == '\'') {
            if (isGood && count == 0) {
                errorHere(DiagCode::InvalidRune, "empty rune literal or unescaped '");
                isGood = false;
            } else if (isGood && count != 1) {
                errorAt(start_, DiagCode::InvalidRune, "more than one character in rune literal");
                isGood = false;
            }
            nextChar();
            break;
        }
        if (ch_ == '\\') {
            nextChar();
            isGood = scanEscape('\'') && isGood;
            continue;
        }
        if (ch_ == '\n' || ch_ == kEndOfText) {
            if (isGood && ch_ == '\n') errorHere(DiagCode::UnterminatedString, "newline in rune literal");
            if (isGood && ch_ != '\n') {
                errorAt(start_, DiagCode::UnterminatedString, "rune literal not terminated");
            }
            isGood = false;
            break;
        }
        nextChar();
    }
    finishLiteral(token, Token::Char, isGood);
}

/// Behind a backslash. At the end of the text the caller complains.
bool Lexer::scanEscape(char32_t quote) {
    if (ch_ == quote ||
        (ch_ < 0x80 && ch_ != 0 &&
         std::string_view("abfnrtv\\").find(static_cast<char>(ch_)) != std::string_view::npos)) {
        nextChar();
        return true;
    }
    int digits = 0;
    uint32_t base = 16;
    uint64_t max = kMaxRune;
    if (ch_ >= '0' && ch_ <= '7') {
        digits = 3;
        base = 8;
        max = 255;
    } else if (ch_ == 'x' || ch_ == 'u' || ch_ == 'U') {
        digits = ch_ == 'x' ? 2 : ch_ == 'u' ? 4 : 8;
        if (ch_ == 'x') max = 255;
        nextChar();
    } else {
        if (ch_ == kEndOfText) return true;
        errorHere(DiagCode::InvalidEscape, "unknown escape");
        return false;
    }
    uint64_t value = 0;
    for (int i = 0; i < digits; i++, nextChar()) {
        if (ch_ == kEndOfText) return true;
        uint32_t digit = base;
        if (isAsciiDigit(ch_)) {
            digit = ch_ - '0';
        } else if (isHexDigit(ch_)) {
            digit = asciiLower(ch_) - 'a' + 10;
        }
        if (digit >= base) {
            errorHere(DiagCode::InvalidEscape,
                      "invalid character " + quotedRune(ch_) + " in " + baseName(base) + " escape");
            return false;
        }
        value = value * base + digit;
    }
    if (value > max && base == 8) {
        errorHere(DiagCode::InvalidEscape, "octal escape value " + std::to_string(value) + " > 255");
        return false;
    }
    if (value > max || (digits > 3 && !isValidRune(static_cast<char32_t>(value)))) {
        errorHere(DiagCode::InvalidEscape,
                  "escape is invalid Unicode code point " + unicodeText(static_cast<char32_t>(value)));
        return false;
    }
    return true;
}

}  // namespace sluice
