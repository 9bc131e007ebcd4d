// Reading floating-point numbers against what the standard library says.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/read_float.h"
#include "base/rng.h"

using namespace sluice;

namespace {

bool sameBits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

void compare(const std::string& text) {
    CAPTURE(text);
    char* end = nullptr;
    char* wantedEnd = nullptr;
    CHECK(sameBits(readFloat(text.c_str(), &end), std::strtod(text.c_str(), &wantedEnd)));
    CHECK(end == wantedEnd);
    CHECK(sameBits(readFloat32(text.c_str(), &end), std::strtof(text.c_str(), &wantedEnd)));
}

}  // namespace

TEST_CASE("reading floats: borders, ties, long and hexadecimal texts") {
    for (const char* text : {"0",
                             "-0",
                             "1",
                             "-1.5",
                             "+2.",
                             ".5",
                             "1e0",
                             "1e",
                             "1e+",
                             "1.e3x",
                             "00012",
                             "1_0",
                             "0.1",
                             "123456789012345678",
                             "9007199254740993",
                             "9007199254740992.99999",
                             "9007199254740993.00000000000000000000000000000001",
                             "1.7976931348623157e308",
                             "1.7976931348623159e308",
                             "1e309",
                             "-1e309",
                             "1e400",
                             "1e99999999999",
                             "1e-99999999999",
                             "4.9e-324",
                             "2.4703282292062327e-324",
                             "2.4703282292062328e-324",
                             "2.2250738585072011e-308",
                             "1e-400",
                             "2.2250738585072014e-308",
                             "3.4028235677973366e38",
                             "3.4028235e38",
                             "1.4e-45",
                             "7e-46",
                             "7.1e-46",
                             "16777217",
                             "16777219",
                             "1.00000017881393421514957253748434595763683319091796875001",
                             "8.5e-46",
                             "0x1p-1",
                             "0x1.8p3",
                             "0X.8P0",
                             "0x1",
                             "0x",
                             "0xg",
                             "0x1.fffffffffffff8p0",
                             "0x1.fffffffffffff7fp0",
                             "0x1p-1074",
                             "0x1p-1075",
                             "0x1.8p-1075",
                             "0x1p1024",
                             "-0x1p1023",
                             "",
                             "-",
                             ".",
                             "e5",
                             "abc"})
        compare(text);
    compare("1" + std::string(900, '0') + "e-900");
    compare("0." + std::string(900, '0') + "1e900");
    compare("9007199254740993." + std::string(900, '0') + "1");
    compare(std::string(1200, '7') + "e-1190");
}

TEST_CASE("reading floats: what is written with 17 digits is read back, and everything rounds alike") {
    Rng rng(7);
    for (int i = 0; i < 3000; i++) {
        const uint64_t bits = rng.next();
        double value;
        std::memcpy(&value, &bits, sizeof value);
        if (!std::isfinite(value)) continue;
        char text[64];
        std::snprintf(text, sizeof text, "%.17g", value);
        CHECK(sameBits(readFloat(text, nullptr), value));
        std::snprintf(text, sizeof text, "%.*e", static_cast<int>(rng.next() % 30), value);
        compare(text);
        std::snprintf(text, sizeof text, "%llu.%llue%d", static_cast<unsigned long long>(rng.next()),
                      static_cast<unsigned long long>(rng.next()), static_cast<int>(rng.next() % 80) - 60);
        compare(text);
        std::snprintf(text, sizeof text, "0x%llx.%llxp%d", static_cast<unsigned long long>(rng.next()),
                      static_cast<unsigned long long>(rng.next()), static_cast<int>(rng.next() % 300) - 200);
        compare(text);
    }
}
