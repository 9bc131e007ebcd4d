#include "base/utf8.h"
#include "library/natives.h"
#include "library/number_text.h"
#include "library/unicode.h"

// Natives of strconv, unicode and unicode/utf8.

namespace sluice {
namespace {

NativeStatus numberResult(NativeCall& call, Slot value, NumberStatus status) {
    call.result(0) = value;
    call.setInt(1, static_cast<int64_t>(status));
    return NativeStatus::Done;
}

constexpr std::string_view kCategoryNames[] = {"",   "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu",
                                               "Mc", "Me", "Mn", "Nd", "Nl", "No", "Pc", "Pd", "Pe", "Pf",
                                               "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs"};

uint32_t runeArgument(NativeCall& call, uint32_t slot) { return static_cast<uint32_t>(call.arg(slot)); }

void setDecoded(NativeCall& call, const DecodedRune& decoded) {
    call.result(0) = decoded.rune;
    call.result(1) = decoded.width;
}

/// utf8.FullRune: false if the text could be the beginning of a longer encoding.
bool isFullRune(std::string_view text) {
    if (text.empty()) return false;
    uint8_t first = static_cast<uint8_t>(text[0]);
    size_t need = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    if (text.size() >= need) return true;
    if (text.size() == 1) return false;
    uint8_t second = static_cast<uint8_t>(text[1]);
    uint8_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    uint8_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) return true;
    return text.size() > 2 && (static_cast<uint8_t>(text[2]) & 0xC0) != 0x80;
}

}  // namespace

NativeStatus nativeStrconvParseInt(NativeCall& call) {
    int64_t value = 0;
    NumberStatus status = parseSigned(call.getString(0), static_cast<int>(call.getInt(2)),
                                      static_cast<int>(call.getInt(3)), value);
    return numberResult(call, static_cast<Slot>(value), status);
}

NativeStatus nativeStrconvParseUint(NativeCall& call) {
    uint64_t value = 0;
    NumberStatus status = parseUnsigned(call.getString(0), static_cast<int>(call.getInt(2)),
                                        static_cast<int>(call.getInt(3)), value);
    return numberResult(call, value, status);
}

NativeStatus nativeStrconvParseFloat(NativeCall& call) {
    double value = 0;
    NumberStatus status = parseFloat(call.getString(0), static_cast<int>(call.getInt(2)), value);
    return numberResult(call, slotFromDouble(value), status);
}

NativeStatus nativeStrconvItoa(NativeCall& call) {
    call.setString(0, formatSigned(call.getInt(0), 10));
    return NativeStatus::Done;
}

NativeStatus nativeStrconvFormatInt(NativeCall& call) {
    call.setString(0, formatSigned(call.getInt(0), static_cast<unsigned>(call.getInt(1))));
    return NativeStatus::Done;
}

NativeStatus nativeStrconvFormatUint(NativeCall& call) {
    call.setString(0, formatUnsigned(call.getUint(0), static_cast<unsigned>(call.getInt(1))));
    return NativeStatus::Done;
}

NativeStatus nativeStrconvFormatFloat(NativeCall& call) {
    int64_t precision = call.getInt(2);
    if (precision > 100'000) precision = 100'000;
    call.setString(0, formatFloat(call.getFloat(0), static_cast<char>(call.arg(1)),
                                  static_cast<int>(precision), static_cast<int>(call.getInt(3))));
    return NativeStatus::Done;
}

NativeStatus nativeStrconvQuote(NativeCall& call) {
    std::string out;
    appendQuoted(out, call.getString(0), '"', static_cast<QuoteKeep>(call.getInt(2)));
    call.setString(0, out);
    return NativeStatus::Done;
}

NativeStatus nativeStrconvQuoteRune(NativeCall& call) {
    std::string out;
    appendQuotedRune(out, call.getInt(0), static_cast<QuoteKeep>(call.getInt(1)));
    call.setString(0, out);
    return NativeStatus::Done;
}

NativeStatus nativeStrconvUnquote(NativeCall& call) {
    std::string out;
    bool ok = unquote(call.getString(0), out);
    if (ok) call.setString(0, out);
    call.setBool(2, ok);
    return NativeStatus::Done;
}

NativeStatus nativeStrconvUnquoteChar(NativeCall& call) {
    std::string_view text = call.getString(0);
    std::string_view rest;
    uint32_t rune = 0;
    bool multibyte = false;
    bool ok = unquoteChar(text, static_cast<char>(call.arg(2)), rune, multibyte, rest);
    call.result(0) = rune;
    call.setBool(1, multibyte);
    call.setInt(2, static_cast<int64_t>(text.size() - rest.size()));
    call.setBool(3, ok);
    return NativeStatus::Done;
}

NativeStatus nativeStrconvCanBackquote(NativeCall& call) {
    call.setBool(0, canBackquote(call.getString(0)));
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeIsPrint(NativeCall& call) {
    call.setBool(0, isPrintRune(runeArgument(call, 0)));
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeIsGraphic(NativeCall& call) {
    call.setBool(0, isGraphicRune(runeArgument(call, 0)));
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeIsSpace(NativeCall& call) {
    call.setBool(0, isSpaceRune(runeArgument(call, 0)));
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeCategory(NativeCall& call) {
    call.setString(0, kCategoryNames[static_cast<size_t>(runeCategory(runeArgument(call, 0)))]);
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeMajor(NativeCall& call) {
    call.setBool(0, inMajorCategory(runeArgument(call, 0), static_cast<char>(call.arg(1))));
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeTo(NativeCall& call) {
    int64_t which = call.getInt(0);
    int64_t rune = call.getInt(1);
    if (which < 0 || which > 2)
        rune = kRuneError;
    else if (rune >= 0)
        rune = runeTo(static_cast<RuneCase>(which), static_cast<uint32_t>(rune));
    call.setInt(0, rune);
    return NativeStatus::Done;
}

NativeStatus nativeUnicodeFold(NativeCall& call) {
    int64_t rune = call.getInt(0);
    call.setInt(0, rune < 0 || rune > static_cast<int64_t>(kMaxRune)
                       ? rune
                       : simpleFold(static_cast<uint32_t>(rune)));
    return NativeStatus::Done;
}

// A []byte and a string look the same in their first two slots.
NativeStatus nativeUtf8DecodeRune(NativeCall& call) {
    setDecoded(call, decodeRune(call.getString(0)));
    return NativeStatus::Done;
}

NativeStatus nativeUtf8DecodeLastRune(NativeCall& call) {
    setDecoded(call, decodeLastRune(call.getString(0)));
    return NativeStatus::Done;
}

NativeStatus nativeUtf8RuneCount(NativeCall& call) {
    call.result(0) = countRunes(call.getString(0));
    return NativeStatus::Done;
}

NativeStatus nativeUtf8Valid(NativeCall& call) {
    call.setBool(0, isValidUtf8(call.getString(0)));
    return NativeStatus::Done;
}

NativeStatus nativeUtf8FullRune(NativeCall& call) {
    call.setBool(0, isFullRune(call.getString(0)));
    return NativeStatus::Done;
}

}  // namespace sluice
