#include <cmath>

#include "base/utf8.h"
#include "library/format.h"
#include "library/number_text.h"
#include "library/unicode.h"

// Booleans, numbers, strings and padding: what fmt/format.go does.

namespace sluice {

int64_t FormatFlags::pack() const {
    return (minus ? 1 : 0) | (plus || plusV ? 2 : 0) | (sharp || sharpV ? 4 : 0) | (space ? 8 : 0) |
           (zero ? 16 : 0) | (plusV ? 64 : 0) | (sharpV ? 128 : 0);
}

void Formatter::write(std::string_view text) {
    if (out_.size() + text.size() <= kMaxText)
        out_.append(text);
    else
        isCut_ = true;
}

void Formatter::writeRune(uint32_t rune) { appendRune(out_, rune); }

void Formatter::padding(int64_t count) {
    if (count <= 0) return;
    if (out_.size() + static_cast<size_t>(count) > kMaxText) {
        isCut_ = true;
        return;
    }
    out_.append(static_cast<size_t>(count), flags_.zero && !flags_.minus ? '0' : ' ');
}

void Formatter::pad(std::string_view text) {
    int64_t missing = 0;
    if (flags_.hasWidth && flags_.width != 0) missing = flags_.width - static_cast<int64_t>(countRunes(text));
    if (!flags_.minus) padding(missing);
    write(text);
    if (flags_.minus) padding(missing);
}

std::string_view Formatter::truncated(std::string_view text) const {
    if (!flags_.hasPrecision) return text;
    size_t at = 0;
    for (int64_t runes = 0; at < text.size(); runes++) {
        if (runes == flags_.precision) return text.substr(0, at);
        at += decodeRune(text.substr(at)).width;
    }
    return text;
}

void Formatter::fmtBool(const FormatValue& value, uint32_t verb) {
    bool truth = value.packed ? *reinterpret_cast<const uint8_t*>(value.image) != 0 : *value.image != 0;
    if (verb == 't' || verb == 'v')
        pad(truth ? "true" : "false");
    else
        badVerb(value, verb);
}

void Formatter::hex0x(uint64_t number, bool leading) {
    bool sharp = flags_.sharp;
    flags_.sharp = leading;
    integer(number, 16, false, 'v', false);
    flags_.sharp = sharp;
}

void Formatter::fmtInteger(const FormatValue& value, uint64_t number, bool isSigned, uint32_t verb) {
    switch (verb) {
        case 'v':
            if (flags_.sharpV && !isSigned)
                hex0x(number, true);
            else
                integer(number, 10, isSigned, verb, false);
            return;
        case 'd': return integer(number, 10, isSigned, verb, false);
        case 'b': return integer(number, 2, isSigned, verb, false);
        case 'o':
        case 'O': return integer(number, 8, isSigned, verb, false);
        case 'x': return integer(number, 16, isSigned, verb, false);
        case 'X': return integer(number, 16, isSigned, verb, true);
        case 'c': return character(number, false);
        case 'q': return character(number, true);
        case 'U': return unicodePoint(number);
        default: badVerb(value, verb);
    }
}

void Formatter::integer(uint64_t number, unsigned base, bool isSigned, uint32_t verb, bool upper) {
    bool negative = isSigned && static_cast<int64_t>(number) < 0;
    if (negative) number = ~number + 1;
    int64_t precision = 0;
    bool zero = flags_.zero;
    if (flags_.hasPrecision) {
        precision = flags_.precision;
        if (precision == 0 && number == 0) {
            flags_.zero = false;
            padding(flags_.width);
            flags_.zero = zero;
            return;
        }
    } else if (flags_.zero && !flags_.minus && flags_.hasWidth) {
        precision = flags_.width;
        if (negative || flags_.plus || flags_.space) precision--;
    }
    std::string digits = formatUnsigned(number, base);
    if (upper)
        for (char& c : digits)
            if (c >= 'a') c = static_cast<char>(c - 32);
    if (precision > static_cast<int64_t>(digits.size()))
        digits.insert(0, static_cast<size_t>(precision) - digits.size(), '0');
    if (flags_.sharp) {
        if (base == 2)
            digits.insert(0, "0b");
        else if (base == 8 && digits[0] != '0')
            digits.insert(0, "0");
        else if (base == 16)
            digits.insert(0, upper ? "0X" : "0x");
    }
    if (verb == 'O') digits.insert(0, "0o");
    if (negative)
        digits.insert(0, "-");
    else if (flags_.plus)
        digits.insert(0, "+");
    else if (flags_.space)
        digits.insert(0, " ");
    flags_.zero = false;
    pad(digits);
    flags_.zero = zero;
}

void Formatter::character(uint64_t number, bool quote) {
    uint32_t rune = number > kMaxRune ? kRuneError : static_cast<uint32_t>(number);
    std::string text;
    if (quote)
        appendQuotedRune(text, rune, flags_.plus ? QuoteKeep::Ascii : QuoteKeep::Printable);
    else
        appendRune(text, rune);
    pad(text);
}

void Formatter::unicodePoint(uint64_t number) {
    std::string digits = formatUnsigned(number, 16);
    for (char& c : digits)
        if (c >= 'a') c = static_cast<char>(c - 32);
    int64_t precision = flags_.hasPrecision && flags_.precision > 4 ? flags_.precision : 4;
    if (precision > static_cast<int64_t>(digits.size()))
        digits.insert(0, static_cast<size_t>(precision) - digits.size(), '0');
    digits.insert(0, "U+");
    if (flags_.sharp && number <= kMaxRune && isPrintRune(static_cast<uint32_t>(number))) {
        digits += " '";
        appendRune(digits, static_cast<char32_t>(number));
        digits += "'";
    }
    bool zero = flags_.zero;
    flags_.zero = false;
    pad(digits);
    flags_.zero = zero;
}

void Formatter::fmtFloat(const FormatValue& value, double number, int bits, uint32_t verb) {
    switch (verb) {
        case 'v': return floating(number, bits, 'g', -1);
        case 'b':
        case 'g':
        case 'G':
        case 'x':
        case 'X': return floating(number, bits, static_cast<char>(verb), -1);
        case 'f':
        case 'e':
        case 'E': return floating(number, bits, static_cast<char>(verb), 6);
        case 'F': return floating(number, bits, 'f', 6);
        default: badVerb(value, verb);
    }
}

namespace {

/// The # flag: a decimal point always, and trailing zeros up to `digits` significant ones.
std::string alternateFloat(const std::string& number, char verb, int digits) {
    bool point = false;
    bool significant = false;
    size_t tail = number.size();
    bool hex = verb == 'x' || verb == 'X';
    for (size_t i = 1; i < tail; i++) {
        char c = number[i];
        if (c == '.') {
            point = true;
        } else if (c == 'p' || c == 'P' || (!hex && (c == 'e' || c == 'E'))) {
            tail = i;
        } else {
            if (c != '0') significant = true;
            if (significant) digits--;
        }
    }
    std::string out = number.substr(0, tail);
    if (!point) {
        if (out.size() == 2 && out[1] == '0') digits--;
        out.push_back('.');
    }
    if (digits > 0) out.append(static_cast<size_t>(digits), '0');
    return out + number.substr(tail);
}

}  // namespace

void Formatter::floating(double number, int bits, char verb, int precision) {
    if (flags_.hasPrecision) precision = static_cast<int>(flags_.precision);
    std::string text = formatFloat(number, verb, precision, bits);
    if (text[0] != '-' && text[0] != '+') text.insert(0, "+");
    if (flags_.space && text[0] == '+' && !flags_.plus) text[0] = ' ';
    if (text[1] == 'I' || text[1] == 'N') {
        bool zero = flags_.zero;
        flags_.zero = false;
        bool bare = text[1] == 'N' && !flags_.space && !flags_.plus;
        pad(bare ? std::string_view(text).substr(1) : std::string_view(text));
        flags_.zero = zero;
        return;
    }
    if (flags_.sharp && verb != 'b') {
        bool counted = verb == 'g' || verb == 'G' || verb == 'x';
        text = alternateFloat(text, verb, !counted ? 0 : precision == -1 ? 6 : precision);
    }
    if (!flags_.plus && text[0] == '+') return pad(std::string_view(text).substr(1));
    int64_t missing = flags_.width - static_cast<int64_t>(text.size());
    if (flags_.zero && !flags_.minus && flags_.hasWidth && missing > 0) {
        write(text.substr(0, 1));
        padding(missing);
        write(std::string_view(text).substr(1));
        return;
    }
    pad(text);
}

void Formatter::quoted(std::string_view text) {
    text = truncated(text);
    std::string out;
    if (flags_.sharp && canBackquote(text)) {
        out.append("`").append(text).append("`");
    } else {
        appendQuoted(out, text, '"', flags_.plus ? QuoteKeep::Ascii : QuoteKeep::Printable);
    }
    pad(out);
}

void Formatter::hexBytes(std::string_view text, bool upper) {
    size_t length = text.size();
    if (flags_.hasPrecision && static_cast<size_t>(flags_.precision) < length)
        length = static_cast<size_t>(flags_.precision);
    if (length == 0) {
        if (flags_.hasWidth) padding(flags_.width);
        return;
    }
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string out;
    for (size_t i = 0; i < length; i++) {
        if (flags_.space && i > 0) out.push_back(' ');
        if (flags_.sharp && (i == 0 || flags_.space)) out += upper ? "0X" : "0x";
        uint8_t byte = static_cast<uint8_t>(text[i]);
        out.push_back(digits[byte >> 4]);
        out.push_back(digits[byte & 0xF]);
    }
    pad(out);
}

bool Formatter::stringVerb(std::string_view text, uint32_t verb) {
    switch (verb) {
        case 'v':
            if (flags_.sharpV)
                quoted(text);
            else
                pad(truncated(text));
            return true;
        case 's': pad(truncated(text)); return true;
        case 'x': hexBytes(text, false); return true;
        case 'X': hexBytes(text, true); return true;
        case 'q': quoted(text); return true;
        default: return false;
    }
}

void Formatter::fmtString(const FormatValue& value, std::string_view text, uint32_t verb) {
    if (!stringVerb(text, verb)) badVerb(value, verb);
}

void Formatter::fmtBytes(const FormatValue& value, std::string_view bytes, bool isNil, uint32_t verb) {
    switch (verb) {
        case 'v':
        case 'd':
            if (flags_.sharpV) {
                write(types_[value.type].name == "[]uint8" ? "[]byte" : types_[value.type].name);
                if (isNil) return write("(nil)");
            }
            write(flags_.sharpV ? "{" : "[");
            for (size_t i = 0; i < bytes.size(); i++) {
                if (i > 0) write(flags_.sharpV ? ", " : " ");
                if (flags_.sharpV)
                    hex0x(static_cast<uint8_t>(bytes[i]), true);
                else
                    integer(static_cast<uint8_t>(bytes[i]), 10, false, verb, false);
            }
            return write(flags_.sharpV ? "}" : "]");
        case 's': return pad(truncated(bytes));
        case 'x': return hexBytes(bytes, false);
        case 'X': return hexBytes(bytes, true);
        case 'q': return quoted(bytes);
        default: printList(value, verb, 0);
    }
}

void Formatter::fmtAddress(const FormatValue& value, uint64_t address, uint32_t verb) {
    switch (verb) {
        case 'v':
            if (flags_.sharpV) {
                write("(");
                write(types_[value.type].name);
                write(")(");
                if (address == 0)
                    write("nil");
                else
                    hex0x(address, true);
                write(")");
            } else if (address == 0) {
                pad("<nil>");
            } else {
                hex0x(address, !flags_.sharp);
            }
            return;
        case 'p': return hex0x(address, !flags_.sharp);
        case 'b':
        case 'o':
        case 'd':
        case 'x':
        case 'X': return fmtInteger(value, address, false, verb);
        default: badVerb(value, verb);
    }
}

uint64_t shownAddress(Slot pointer) {
    if (pointer == 0) return 0;
    return 0xc000000000u + (static_cast<uint64_t>(pointerObject(pointer)) << 4) + pointerOffset(pointer);
}

}  // namespace sluice
