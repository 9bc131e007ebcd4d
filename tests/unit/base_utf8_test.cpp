#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace sluice;

TEST_CASE("utf8: decoding accepts what Go accepts and nothing else") {
    CHECK(decodeRune("a").rune == U'a');
    CHECK(decodeRune("\xC3\xA9").rune == U'\u00E9');
    CHECK(decodeRune("\xE4\xB8\x96").rune == U'\u4E16');
    CHECK(decodeRune("\xF0\x9F\x98\x80").rune == U'\U0001F600');
    CHECK(decodeRune("\xF4\x8F\xBF\xBF").rune == kMaxRune);
    CHECK(decodeRune("").width == 0);
    for (const char* bad : {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xF4\x90\x80\x80", "\xFF", "\xE4\xB8", "\xF0\x9F\x98", "\xC3("}) {
        const DecodedRune decoded = decodeRune(bad);
        CHECK(decoded.rune == kRuneError);
        CHECK(decoded.width == 1);
        CHECK_FALSE(decoded.valid);
    }
}

TEST_CASE("utf8: the last rune is found from the end") {
    CHECK(decodeLastRune("ab\xC3\xA9").width == 2);
    CHECK(decodeLastRune("\xE4\xB8\x96").rune == U'\u4E16');
    CHECK(decodeLastRune("a\x80").width == 1);
    CHECK_FALSE(decodeLastRune("a\x80").valid);
    CHECK(decodeLastRune("").width == 0);
}

TEST_CASE("utf8: every rune survives encoding") {
    for (char32_t rune = 0; rune <= kMaxRune; rune += 37) {
        if (!isValidRune(rune)) continue;
        std::string text;
        appendRune(text, rune);
        const DecodedRune decoded = decodeRune(text);
        CHECK(decoded.rune == rune);
        CHECK(decoded.width == text.size());
    }
    std::string text;
    appendRune(text, 0xD800);
    CHECK(text == "\xEF\xBF\xBD");
}

TEST_CASE("utf8: categories") {
    CHECK(isLetter(U'_'));
    CHECK(isLetter(U'\u00E9'));
    CHECK(isLetter(U'\u4E16'));
    CHECK_FALSE(isLetter(U'\U0001F600'));
    CHECK_FALSE(isLetter(U'5'));
    CHECK(isDigit(U'\u0665'));
    CHECK(isUpper(U'\u00C9'));
    CHECK_FALSE(isUpper(U'\u00E9'));
    CHECK(isUpper(U'\u0100'));
    CHECK_FALSE(isUpper(U'\u0101'));
    CHECK(isExportedName("Name"));
    CHECK_FALSE(isExportedName("name"));
    CHECK_FALSE(isExportedName("_Name"));
    CHECK_FALSE(isExportedName(""));
    CHECK(countRunes("a\xC3\xA9\xFF") == 3);
    CHECK_FALSE(isValidUtf8("a\xFF"));
}
