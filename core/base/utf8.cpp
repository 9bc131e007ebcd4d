#include "base/utf8.h"

#include "base/utf8_tables.h"

namespace sluice {

namespace {

constexpr DecodedRune kBadRune = {kRuneError, 1, false};

bool isContinuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Number of bytes a lead byte announces, 0 for bytes that cannot lead.
uint32_t widthOfLead(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xC2) return 0;  // continuation bytes and overlong two-byte forms
    if (lead < 0xE0) return 2;
    if (lead < 0xF0) return 3;
    return lead < 0xF5 ? 4 : 0;
}

bool inRanges(const RuneRange* ranges, uint32_t count, uint32_t rune) {
    uint32_t low = 0;
    while (low < count) {
        const uint32_t middle = low + (count - low) / 2;
        if (rune > ranges[middle].last) {
            low = middle + 1;
        } else if (rune < ranges[middle].first) {
            count = middle;
        } else {
            return true;
        }
    }
    return false;
}

}  // namespace

DecodedRune decodeRune(std::string_view text) {
    if (text.empty()) return {kRuneError, 0, false};
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const uint32_t width = widthOfLead(byte(0));
    if (width == 1) return {byte(0), 1, true};
    if (width == 0 || text.size() < width) return kBadRune;
    char32_t rune = byte(0) & (0x7Fu >> width);
    for (uint32_t i = 1; i < width; i++) {
        if (!isContinuation(byte(i))) return kBadRune;
        rune = (rune << 6) | (byte(i) & 0x3F);
    }
    if (width == 3 && rune < 0x800) return kBadRune;
    if (width == 4 && rune < 0x10000) return kBadRune;
    if (!isValidRune(rune)) return kBadRune;
    return {rune, width, true};
}

DecodedRune decodeLastRune(std::string_view text) {
    if (text.empty()) return {kRuneError, 0, false};
    const size_t size = text.size();
    for (size_t width = 1; width <= 4 && width <= size; width++) {
        if (isContinuation(static_cast<unsigned char>(text[size - width]))) continue;
        const DecodedRune decoded = decodeRune(text.substr(size - width));
        return decoded.width == width ? decoded : kBadRune;
    }
    return kBadRune;
}

uint32_t encodeRune(char32_t rune, char* out) {
    if (!isValidRune(rune)) rune = kRuneError;
    if (rune < 0x80) {
        out[0] = static_cast<char>(rune);
        return 1;
    }
    const uint32_t width = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (uint32_t i = width - 1; i > 0; i--) {
        out[i] = static_cast<char>(0x80 | (rune & 0x3F));
        rune >>= 6;
    }
    const uint32_t mark = width == 2 ? 0xC0 : width == 3 ? 0xE0 : 0xF0;
    out[0] = static_cast<char>(mark | rune);
    return width;
}

void appendRune(std::string& out, char32_t rune) {
    char buffer[4];
    out.append(buffer, encodeRune(rune, buffer));
}

size_t countRunes(std::string_view text) {
    size_t count = 0;
    while (!text.empty()) {
        text.remove_prefix(decodeRune(text).width);
        count++;
    }
    return count;
}

bool isValidUtf8(std::string_view text) {
    while (!text.empty()) {
        const DecodedRune decoded = decodeRune(text);
        if (!decoded.valid) return false;
        text.remove_prefix(decoded.width);
    }
    return true;
}

bool isValidRune(char32_t rune) { return rune < 0xD800 || (rune > 0xDFFF && rune <= kMaxRune); }

bool isLetter(char32_t rune) {
    if (rune < 0x80) return ((rune | 0x20) >= 'a' && (rune | 0x20) <= 'z') || rune == '_';
    return inRanges(kLetterRanges, kLetterRangesCount, rune);
}

bool isDigit(char32_t rune) {
    if (rune < 0x80) return rune >= '0' && rune <= '9';
    return inRanges(kDigitRanges, kDigitRangesCount, rune);
}

bool isUpper(char32_t rune) {
    if (rune < 0x80) return rune >= 'A' && rune <= 'Z';
    for (uint32_t i = 0; i < kUpperRangesCount && kUpperRanges[i].first <= rune; i++) {
        const StrideRange& range = kUpperRanges[i];
        if (rune <= range.last) return (rune - range.first) % range.stride == 0;
    }
    return false;
}

bool isExportedName(std::string_view name) { return !name.empty() && isUpper(decodeRune(name).rune); }

}  // namespace sluice
