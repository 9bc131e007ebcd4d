// Decimal digits of floating-point numbers against what the standard library says.
#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/order.h"
#include "base/rng.h"

using namespace sluice;

namespace {

std::string wanted(double value, bool single) {
    char text[64];
    const auto end =
        single ? std::to_chars(text, text + 64, static_cast<float>(value), std::chars_format::scientific)
               : std::to_chars(text, text + 64, value, std::chars_format::scientific);
    std::string digits(text, end.ptr);
    const size_t e = digits.find('e');
    int exponent = std::atoi(digits.c_str() + e + 1);
    digits.resize(e);
    std::erase(digits, '.');
    while (!digits.empty() && digits.back() == '0') digits.pop_back();
    return digits + "@" + std::to_string(digits.empty() ? 0 : exponent + 1);
}

std::string found(double value, bool single) {
    const Decimal d = shortestDecimal(value, single);
    return d.digits + "@" + std::to_string(d.point);
}

std::string printed(const char* format, int precision, double value) {
    std::vector<char> text(2000);
    std::snprintf(text.data(), text.size(), format, precision, value);
    return text.data();
}

double fromBits(uint64_t bits) {
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

}  // namespace

TEST_CASE("the shortest digits are those that the standard library finds") {
    const double special[] = {0.0,
                              1,
                              0.1,
                              0.2,
                              0.3,
                              1.0 / 3,
                              2.0 / 3,
                              100,
                              1e15,
                              1e16,
                              1e21,
                              1e22,
                              1e23,
                              5e-324,
                              1e-320,
                              2.2250738585072014e-308,
                              2.2250738585072011e-308,
                              1.7976931348623157e308,
                              9007199254740993.0,
                              4503599627370496.5,
                              0x1p-44,
                              0x1p60,
                              0x1p-1022,
                              0x1p1023,
                              123456.789};
    for (const double value : special) CHECK(found(value, false) == wanted(value, false));
    for (int e = -1074; e < 1024; e++) {
        const double power = std::ldexp(1.0, e);
        CHECK(found(power, false) == wanted(power, false));
        if (e >= -149 && e < 128) CHECK(found(power, true) == wanted(power, true));
    }
    Rng random(3);
    for (int i = 0; i < 20'000; i++) {
        const double value = fromBits(random.next() >> 1);
        if (!std::isfinite(value)) continue;
        CHECK(found(value, false) == wanted(value, false));
        const double decimal = static_cast<double>(random.next() % 1'000'000) / 1000;
        CHECK(found(decimal, false) == wanted(decimal, false));
        const float single = static_cast<float>(std::ldexp(static_cast<double>(random.next() >> 40),
                                                           static_cast<int>(random.next() % 250) - 160));
        if (std::isfinite(single)) CHECK(found(single, true) == wanted(single, true));
    }
}

TEST_CASE("rounding to a number of digits is that of printf") {
    Rng random(5);
    for (int i = 0; i < 5'000; i++) {
        const double value = fromBits(random.next());
        const int digits = static_cast<int>(random.next() % 30);
        if (!std::isfinite(value)) continue;
        CHECK(scientificText(value, digits) == printed("%.*e", digits, value));
        if (digits > 0) CHECK(generalText(value, digits) == printed("%.*g", digits, value));
    }
    for (const double half : {0.5, 1.5, 2.5, 0.25, 0.125, 1e22, 0.0, -0.0}) {
        CHECK(scientificText(half, 0) == printed("%.*e", 0, half));
        CHECK(scientificText(half, 1) == printed("%.*e", 1, half));
        CHECK(generalText(half, 3) == printed("%.*g", 3, half));
    }
    Decimal d = exactDecimal(0.5);
    d.round(0);
    CHECK(d.text() == "0");
    d = exactDecimal(0.6);
    d.round(0);
    CHECK(d.text() == "1");
    CHECK(d.point == 1);
    d = exactDecimal(0.6);
    d.round(-1);
    CHECK(d.text() == "0");
}

TEST_CASE("texts choose the form of strconv") {
    CHECK(shortestText(1e20, false, 21) == "100000000000000000000");
    CHECK(shortestText(1e21, false, 21) == "1e+21");
    CHECK(shortestText(-0.00001, false, 21) == "-1e-05");
    CHECK(shortestText(0.0001, false, 21) == "0.0001");
    CHECK(shortestText(-0.0, false, 21) == "-0");
    std::string hex;
    appendHexDigits(hex, 0x1b, 4);
    appendHexDigits(hex, 0, 1);
    appendHexDigits(hex, UINT64_MAX, 1);
    CHECK(hex == "001b0ffffffffffffffff");
}

TEST_CASE("a list is sorted, and equal elements keep their order") {
    Rng random(9);
    for (const size_t count :
         {size_t{0}, size_t{1}, size_t{7}, size_t{8}, size_t{9}, size_t{64}, size_t{1000}}) {
        std::vector<std::pair<uint32_t, std::string>> list;
        for (size_t i = 0; i < count; i++)
            list.emplace_back(static_cast<uint32_t>(random.next() % 20), std::to_string(i));
        auto sorted = list;
        std::stable_sort(sorted.begin(), sorted.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        sortStable(list, [](const auto& a, const auto& b) { return a.first < b.first; });
        CHECK(list == sorted);
    }
}
