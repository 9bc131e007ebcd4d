#include <cmath>
#include <cstdlib>

#include "base/read_float.h"
#include "library/number_text.h"

// Reading numbers as strconv/atoi.go and strconv/atof.go do.

namespace sluice {
namespace {

int digitValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'z') return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return 99;
}

char lower(char c) { return static_cast<char>(c | 0x20); }

/// Underscores may stand between digits and after the base prefix only (strconv.underscoreOK).
bool underscoresAllowed(std::string_view text) {
    char seen = '^';
    size_t i = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) i = 1;
    bool hex = false;
    if (text.size() >= i + 2 && text[i] == '0' &&
        (lower(text[i + 1]) == 'b' || lower(text[i + 1]) == 'o' || lower(text[i + 1]) == 'x')) {
        seen = '0';
        hex = lower(text[i + 1]) == 'x';
        i += 2;
    }
    for (; i < text.size(); i++) {
        char c = text[i];
        if ((c >= '0' && c <= '9') || (hex && lower(c) >= 'a' && lower(c) <= 'f')) {
            seen = '0';
        } else if (c == '_') {
            if (seen != '0') return false;
            seen = '_';
        } else {
            if (seen == '_') return false;
            seen = '!';
        }
    }
    return seen != '_';
}

bool equalFold(std::string_view text, std::string_view word) {
    if (text.size() != word.size()) return false;
    for (size_t i = 0; i < text.size(); i++)
        if (lower(text[i]) != word[i]) return false;
    return true;
}

/// "inf", "+Infinity", "NaN" …
bool parseSpecial(std::string_view text, double& value) {
    bool negative = text[0] == '-';
    bool sign = negative || text[0] == '+';
    if (sign) text.remove_prefix(1);
    if (equalFold(text, "inf") || equalFold(text, "infinity")) {
        value = negative ? -HUGE_VAL : HUGE_VAL;
        return true;
    }
    if (!sign && equalFold(text, "nan")) {
        value = std::nan("");
        return true;
    }
    return false;
}

/// Checks the grammar of a decimal or hexadecimal floating-point number and removes its underscores.
bool cleanFloat(std::string_view text, std::string& clean) {
    size_t i = 0;
    if (text[0] == '-' || text[0] == '+') clean.push_back(text[i++]);
    bool hex = text.size() > i + 2 && text[i] == '0' && lower(text[i + 1]) == 'x';
    if (hex) {
        clean += "0x";
        i += 2;
    }
    bool digits = false;
    bool point = false;
    bool underscores = false;
    for (; i < text.size(); i++) {
        char c = text[i];
        if (c == '_') {
            underscores = true;
            continue;
        }
        if (c == '.') {
            if (point) return false;
            point = true;
        } else if ((c >= '0' && c <= '9') || (hex && lower(c) >= 'a' && lower(c) <= 'f')) {
            digits = true;
        } else {
            break;
        }
        clean.push_back(c);
    }
    if (!digits) return false;
    if (i < text.size() && lower(text[i]) == (hex ? 'p' : 'e')) {
        clean.push_back(text[i++]);
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) clean.push_back(text[i++]);
        size_t from = i;
        bool number = false;
        for (; i < text.size() && ((text[i] >= '0' && text[i] <= '9') || text[i] == '_'); i++) {
            if (text[i] == '_') {
                underscores = true;
            } else {
                clean.push_back(text[i]);
                number = true;
            }
        }
        if (i == from || !number) return false;
    } else if (hex) {
        return false;
    }
    if (underscores && !underscoresAllowed(text)) return false;
    return i == text.size();
}

}  // namespace

NumberStatus parseUnsigned(std::string_view text, int base, int bits, uint64_t& value) {
    value = 0;
    if (text.empty()) return NumberStatus::Syntax;
    bool byPrefix = base == 0;
    std::string_view all = text;
    if (byPrefix) {
        base = 10;
        if (text[0] == '0') {
            char mark = text.size() >= 3 ? lower(text[1]) : '\0';
            if (mark == 'b' || mark == 'o' || mark == 'x') {
                base = mark == 'b' ? 2 : mark == 'o' ? 8 : 16;
                text.remove_prefix(2);
            } else {
                base = 8;
                text.remove_prefix(1);
            }
        }
    } else if (base < 2 || base > 36) {
        return NumberStatus::Base;
    }
    if (bits == 0) bits = 64;
    if (bits < 0 || bits > 64) return NumberStatus::BitSize;
    uint64_t limit = bits == 64 ? UINT64_MAX : (uint64_t{1} << bits) - 1;
    bool underscores = false;
    bool range = false;
    uint64_t radix = static_cast<uint64_t>(base);
    for (char c : text) {
        if (c == '_' && byPrefix) {
            underscores = true;
            continue;
        }
        uint64_t digit = static_cast<uint64_t>(digitValue(c));
        if (digit >= radix) {
            value = 0;
            return NumberStatus::Syntax;
        }
        if (range) continue;
        if (value > (UINT64_MAX - digit) / radix || value * radix + digit > limit)
            range = true;
        else
            value = value * radix + digit;
    }
    if (range) {
        value = limit;
        return NumberStatus::Range;
    }
    if (underscores && !underscoresAllowed(all)) {
        value = 0;
        return NumberStatus::Syntax;
    }
    return NumberStatus::Ok;
}

NumberStatus parseSigned(std::string_view text, int base, int bits, int64_t& value) {
    value = 0;
    if (text.empty()) return NumberStatus::Syntax;
    bool negative = text[0] == '-';
    if (negative || text[0] == '+') text.remove_prefix(1);
    uint64_t magnitude = 0;
    NumberStatus status = parseUnsigned(text, base, bits, magnitude);
    if (status != NumberStatus::Ok && status != NumberStatus::Range) return status;
    if (bits == 0) bits = 64;
    uint64_t cutoff = uint64_t{1} << (bits - 1);
    if (!negative && magnitude >= cutoff) {
        value = static_cast<int64_t>(cutoff - 1);
        return NumberStatus::Range;
    }
    if (negative && magnitude > cutoff) {
        value = static_cast<int64_t>(~cutoff + 1);
        return NumberStatus::Range;
    }
    value = static_cast<int64_t>(negative ? ~magnitude + 1 : magnitude);
    return NumberStatus::Ok;
}

NumberStatus parseFloat(std::string_view text, int bits, double& value) {
    value = 0;
    if (text.empty()) return NumberStatus::Syntax;
    if (parseSpecial(text, value)) return NumberStatus::Ok;
    std::string clean;
    if (!cleanFloat(text, clean)) return NumberStatus::Syntax;
    value = bits == 32 ? static_cast<double>(readFloat32(clean.c_str(), nullptr))
                       : readFloat(clean.c_str(), nullptr);
    return std::isinf(value) ? NumberStatus::Range : NumberStatus::Ok;
}

}  // namespace sluice
