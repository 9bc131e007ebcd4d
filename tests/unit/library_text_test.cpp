#include <doctest/doctest.h>

#include <cmath>

#include "library/json_text.h"
#include "library/math_functions.h"
#include "library/number_text.h"
#include "library/random_tables.h"
#include "library/time_text.h"
#include "library/unicode.h"

using namespace sluice;

TEST_CASE("floating-point numbers are written as strconv writes them") {
    CHECK(formatFloat(1e21, 'g', -1, 64) == "1e+21");
    CHECK(formatFloat(100000, 'g', -1, 64) == "100000");
    CHECK(formatFloat(1e6, 'g', -1, 64) == "1e+06");
    CHECK(formatFloat(0.1f, 'g', -1, 32) == "0.1");
    CHECK(formatFloat(3.14159, 'f', 2, 64) == "3.14");
    CHECK(formatFloat(0, 'e', -1, 64) == "0e+00");
    CHECK(formatFloat(5e-324, 'b', -1, 64) == "1p-1074");
    CHECK(formatFloat(1.5, 'x', -1, 64) == "0x1.8p+00");
    CHECK(formatFloat(-INFINITY, 'g', -1, 64) == "-Inf");
    CHECK(formatFloat(1e100, 'g', -1, 32) == "+Inf");
}

TEST_CASE("numbers are read as strconv reads them") {
    int64_t value = 0;
    CHECK(parseSigned("-9223372036854775808", 10, 64, value) == NumberStatus::Ok);
    CHECK(value == INT64_MIN);
    CHECK(parseSigned("128", 10, 8, value) == NumberStatus::Range);
    CHECK(value == 127);
    CHECK(parseSigned("1_000", 10, 64, value) == NumberStatus::Syntax);
    CHECK(parseSigned("0x_1f", 0, 64, value) == NumberStatus::Ok);
    CHECK(value == 31);
    double number = 0;
    CHECK(parseFloat("1e400", 64, number) == NumberStatus::Range);
    CHECK(parseFloat("0x1.8p-1", 64, number) == NumberStatus::Ok);
    CHECK(number == 0.75);
    CHECK(parseFloat("1e", 64, number) == NumberStatus::Syntax);
}

TEST_CASE("texts are quoted and unquoted with Go's escapes") {
    std::string out;
    appendQuoted(out, "a\tb\x01\xff\xc3\xa9\"", '"', QuoteKeep::Printable);
    CHECK(out == "\"a\\tb\\x01\\xff\xc3\xa9\\\"\"");
    std::string back;
    CHECK(unquote(out, back));
    CHECK(back == "a\tb\x01\xff\xc3\xa9\"");
    CHECK_FALSE(unquote("'ab'", back));
    CHECK_FALSE(unquote("\"a", back));
}

TEST_CASE("durations have Go's words both ways") {
    CHECK(durationText(0) == "0s");
    CHECK(durationText(1'500'000) == "1.5ms");
    CHECK(durationText(3'661'500'000'000) == "1h1m1.5s");
    CHECK(durationText(INT64_MIN) == "-2562047h47m16.854775808s");
    int64_t ns = 0;
    CHECK(readDuration("1h15m30.918s", ns).empty());
    CHECK(ns == 4530918000000);
    CHECK(readDuration("5", ns) == "time: missing unit in duration \"5\"");
    CHECK(readDuration("9223372036854775808ns", ns) == "time: invalid duration \"9223372036854775808ns\"");
}

TEST_CASE("dates carry over and round trip") {
    for (int64_t days : {-800000, -1, 0, 1, 59, 60, 19782, 100000}) {
        CivilDate date = dateOfDays(days);
        CHECK(daysToDate(date.year, date.month, date.day) == days);
    }
    CHECK(daysToDate(2024, 14, -3) == daysToDate(2025, 1, 28));
    CHECK(formatTime(1257894000, 5, 0, "UTC", "2006-01-02T15:04:05.999999999Z07:00") ==
          "2009-11-10T23:00:00.000000005Z");
    ParsedTime parsed = parseTime("2006-01-02", "2024-02-30");
    CHECK_FALSE(parsed.ok);
    CHECK(parsed.message == ": day out of range");
}

TEST_CASE("the tables of math/rand are the ones Go ships") {
    RandomTables tables;
    CHECK(static_cast<int64_t>(tables.cooked[0]) == -4181792142133755926);
    CHECK(static_cast<int64_t>(tables.cooked[1]) == -4576982950128230565);
    CHECK(tables.normal[0].k == 0x76ad2212);
    CHECK(tables.normal[2].k == 0x600f1b53);
}

TEST_CASE("runes have Unicode's categories and cases") {
    CHECK(runeCategory('a') == RuneCategory::Ll);
    CHECK(runeTo(RuneCase::Upper, 0xE9) == 0xC9);
    CHECK(runeTo(RuneCase::Title, 0x1C6) == 0x1C5);
    CHECK(simpleFold(0x4B) == 0x6B);
    CHECK(simpleFold(0x6B) == 0x212A);
    CHECK(foldRune(0x17F) == foldRune('s'));
    CHECK_FALSE(isPrintRune(0x200B));
}

TEST_CASE("mathematical functions hit the values everybody knows") {
    CHECK(mathExp(0) == 1);
    CHECK(mathLog10(1000) == 3);
    CHECK(mathPow(2, 10) == 1024);
    CHECK(mathPow(-8, 1.0 / 3) != mathPow(-8, 1.0 / 3));
    CHECK(mathCbrt(27) == 3);
    CHECK(mathGamma(5) == 24);
    CHECK(std::fabs(mathSin(1e22) + 0.8522008497671888) < 1e-15);
}

TEST_CASE("malformed JSON is named as encoding/json names it") {
    CHECK(checkJson("{\"a\":1,}", true).error ==
          "invalid character '}' looking for beginning of object key string");
    CHECK(checkJson("[1,", true).error == "unexpected end of JSON input");
    CHECK(checkJson("1 2", true).error == "invalid character '2' after top-level value");
    CHECK(checkJson(std::string(20000, '['), true).error == "exceeded max depth");
    CHECK(layOutJson("{\"a\": [1, 2], \"b\": {}}", "", " ", false) ==
          "{\n \"a\": [\n  1,\n  2\n ],\n \"b\": {}\n}");
    CHECK(unquoteJson("\"\\ud83d\\ude00\\n\"") == "\xf0\x9f\x98\x80\n");
}
