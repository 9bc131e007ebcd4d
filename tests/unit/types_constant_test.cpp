// Exact constants: what Go programs can see of them, and the edges of representations.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "types/constant.h"

using namespace sluice;

TEST_CASE("integers are exact beyond 64 bits") {
    ConstantPool pool;
    const ConstValue* big = pool.shift(pool.makeInt(1), true, 200);
    CHECK(big->bitLength() == 201);
    CHECK(pool.shift(big, false, 199)->int64Value() == 2);
    CHECK(pool.binary(big, Token::Sub, big)->sign() == 0);
    CHECK(pool.intLiteral("340282366920938463463374607431768211456")->text() ==
          "340282366920938463463374607431768211456");
    bool exact = true;
    CHECK(big->int64Value(&exact) == 0);
    CHECK_FALSE(exact);
    CHECK(pool.intLiteral("0xFFFF_FFFF_FFFF_FFFF")->uint64Value() == std::numeric_limits<uint64_t>::max());
}

TEST_CASE("literals of all bases") {
    ConstantPool pool;
    CHECK(pool.intLiteral("0b1010")->int64Value() == 10);
    CHECK(pool.intLiteral("0o17")->int64Value() == 15);
    CHECK(pool.intLiteral("017")->int64Value() == 15);
    CHECK(pool.intLiteral("1_000")->int64Value() == 1000);
    CHECK(pool.floatLiteral("0x1p-2")->float64Value() == 0.25);
    CHECK(pool.floatLiteral("1e3")->float64Value() == 1000);
    CHECK(pool.floatLiteral(".5")->float64Value() == 0.5);
    CHECK(pool.intLiteral("08")->isUnknown());
}

TEST_CASE("negative numbers behave as in two's complement of any width") {
    ConstantPool pool;
    const ConstValue* minusFive = pool.makeInt(-5);
    CHECK(pool.shift(minusFive, false, 1)->int64Value() == -3);
    CHECK(pool.binary(minusFive, Token::Quo, pool.makeInt(2), true)->int64Value() == -2);
    CHECK(pool.binary(minusFive, Token::Rem, pool.makeInt(2))->int64Value() == -1);
    CHECK(pool.binary(minusFive, Token::And, pool.makeInt(0xFF))->int64Value() == 0xFB);
    CHECK(pool.complement(pool.makeInt(0), 8)->int64Value() == 255);
    CHECK(pool.complement(pool.makeInt(0), 0)->int64Value() == -1);
    CHECK(pool.binary(pool.makeInt(6), Token::AndNot, pool.makeInt(3))->int64Value() == 4);
}

TEST_CASE("fractions stay exact and are rounded once, to the nearest even") {
    ConstantPool pool;
    const ConstValue* tenth = pool.floatLiteral("0.1");
    const ConstValue* sum = tenth;
    for (int i = 1; i < 10; i++) sum = pool.binary(sum, Token::Add, tenth);
    CHECK(pool.compare(sum, Token::Equal, pool.makeInt(1)));
    CHECK(pool.toInt(sum)->int64Value() == 1);
    CHECK(tenth->float64Value() == 0.1);
    CHECK(tenth->float32Value() == static_cast<double>(0.1f));
    // Halfway between two float32 values: ties go to the even one, and there is no detour through float64.
    CHECK(pool.floatLiteral("16777217")->float32Value() == 16777216.0);
    CHECK(pool.floatLiteral("16777219")->float32Value() == 16777220.0);
    CHECK(pool.floatLiteral("5e-324")->float64Value() == std::numeric_limits<double>::denorm_min());
    CHECK(std::isinf(pool.floatLiteral("1e400")->float64Value()));
    CHECK(pool.roundFloat64(pool.floatLiteral("1e400"))->isUnknown());
}

TEST_CASE("texts in messages") {
    ConstantPool pool;
    CHECK(pool.floatLiteral("1.5")->text() == "1.5");
    CHECK(pool.floatLiteral("1e100")->text() == "1e+100");
    CHECK(pool.floatLiteral("1e400")->text() == "1e+400");
    CHECK(pool.floatLiteral("1.5e-500")->text() == "1.5e-500");
    CHECK(pool.makeString("a\n\"b\"")->text() == "\"a\\n\\\"b\\\"\"");
    CHECK(pool.makeString(std::string(100, 'x'))->text() == "\"" + std::string(68, 'x') + "...");
    CHECK(pool.makeBool(true)->text() == "true");
}
