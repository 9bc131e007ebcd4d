#include <doctest/doctest.h>

#include <string>

#include "source/diagnostic.h"
#include "source/lexer.h"
#include "source/text.h"

using namespace sluice;

namespace {

/// Tokens of a text as `kind:text` words.
std::string tokens(const std::string& text, std::string* errors = nullptr) {
    FileSet files;
    Diagnostics diagnostics(files);
    Lexer lexer(files.add("p.go", text), diagnostics);
    std::string out;
    for (TokenInfo token = lexer.next();; token = lexer.next()) {
        if (!out.empty()) out += " ";
        if (token.kind == Token::EndOfFile) {
            out += "EOF";
            break;
        }
        if (token.kind == Token::Semicolon) {
            out += "<" + std::string(token.text) + ">";
        } else if (token.kind == Token::Identifier || isLiteral(token.kind)) {
            out += std::string(token.text) + (token.isBad ? "!" : "");
        } else {
            out += std::string(tokenText(token.kind));
        }
    }
    if (errors != nullptr) *errors = diagnostics.text();
    return out;
}

std::string errorsOf(const std::string& text) {
    std::string errors;
    tokens(text, &errors);
    return errors;
}

}  // namespace

TEST_CASE("lexer: every operator and keyword of the table is one token") {
    for (int i = static_cast<int>(Token::Add); i <= static_cast<int>(Token::Var); i++) {
        const std::string text(tokenText(static_cast<Token>(i)));
        if (text == ";") continue;
        FileSet files;
        Diagnostics diagnostics(files);
        Lexer lexer(files.add("p.go", text + " x"), diagnostics);
        CHECK(lexer.next().kind == static_cast<Token>(i));
        CHECK(lexer.next().kind == Token::Identifier);
        CHECK_FALSE(diagnostics.hasErrors());
    }
}

TEST_CASE("lexer: semicolons come at the ends of lines that need them") {
    CHECK(tokens("x\ny") == "x <newline> y <EOF> EOF");
    CHECK(tokens("return\n)\n]\n}\n++\n--\n") ==
          "return <newline> ) <newline> ] <newline> } <newline> ++ <newline> -- <newline> EOF");
    CHECK(tokens("x +\ny,\n(\n") == "x + y , ( EOF");
    CHECK(tokens("x // c\ny") == "x <newline> y <EOF> EOF");
    CHECK(tokens("x /* a */ /* b\n */ y") == "x <newline> y <EOF> EOF");
    CHECK(tokens("if\nfor\n") == "if for EOF");
    CHECK(tokens("1\n'a'\n\"s\"\n`r`\n") == "1 <newline> 'a' <newline> \"s\" <newline> `r` <newline> EOF");
    CHECK(tokens("x;") == "x <semicolon> EOF");
    CHECK(tokens("") == "EOF");
}

TEST_CASE("lexer: numbers") {
    CHECK(tokens("0 0b101 0o17 017 0xFf 1_000 0x_1 1. .5 1e3 0x1p-2 1i 0.i 09.5") ==
          "0 0b101 0o17 017 0xFf 1_000 0x_1 1. .5 1e3 0x1p-2 1i 0.i 09.5 <EOF> EOF");
    CHECK(tokens("a...b..c") == "a ... b . . c <EOF> EOF");
    CHECK(errorsOf("0b12") == "p.go:1:4: invalid digit '2' in binary literal\n");
    CHECK(errorsOf("08") == "p.go:1:2: invalid digit '8' in octal literal\n");
    CHECK(errorsOf("1_") == "p.go:1:2: '_' must separate successive digits\n");
    CHECK(errorsOf("0x") == "p.go:1:3: hexadecimal literal has no digits\n");
    CHECK(errorsOf("0b1.0") == "p.go:1:4: invalid radix point in binary literal\n");
    CHECK(errorsOf("1p3") == "p.go:1:2: 'p' exponent requires hexadecimal mantissa\n");
}

TEST_CASE("lexer: broken encodings in gc's words") {
    CHECK(errorsOf(std::string("x\0y", 3)) == "p.go:1:2: invalid NUL character\n");
    CHECK(errorsOf("x := \"\xFF\"") == "p.go:1:7: invalid UTF-8 encoding\n");
    CHECK(errorsOf("\xEF\xBB\xBFpackage") == "");
    CHECK(errorsOf("x\xEF\xBB\xBF") == "p.go:1:2: invalid BOM in the middle of the file\n");
    CHECK(errorsOf("#") == "p.go:1:1: invalid character U+0023 '#'\n");
    CHECK(errorsOf("a\xE2\x82\xAC") == "p.go:1:2: invalid character U+20AC '\xE2\x82\xAC' in identifier\n");
    CHECK(errorsOf("\xD9\xA5x") == "p.go:1:1: identifier cannot begin with digit U+0665 '\xD9\xA5'\n");
}

TEST_CASE("lexer: strings and runes have values") {
    CHECK(unquoteString("\"a\\n\\t\\\"\\\\\\x41\\101\\u00e9\\U0001F600\"") ==
          "a\n\t\"\\AA\xC3\xA9\xF0\x9F\x98\x80");
    CHECK(unquoteString("\"\\xff\"") == "\xFF");
    CHECK(unquoteString("`a\\n\r\n`") == "a\\n\n");
    CHECK(unquoteString("\"\"").empty());
    CHECK(unquoteRune("'a'") == U'a');
    CHECK(unquoteRune("'\\''") == U'\'');
    CHECK(unquoteRune("'\\x41'") == U'A');
    CHECK(unquoteRune("'\xE4\xB8\x96'") == U'\u4E16');
    CHECK(unquoteRune("'\\U0001F600'") == U'\U0001F600');
}

TEST_CASE("lexer: comments are collected") {
    FileSet files;
    Diagnostics diagnostics(files);
    Lexer lexer(files.add("p.go", "// one\r\nx // two\n/* three */ y\n"), diagnostics);
    while (lexer.next().kind != Token::EndOfFile) continue;
    REQUIRE(lexer.comments().size() == 3);
    CHECK(lexer.comments()[0].text == "// one");
    CHECK(lexer.comments()[0].startsLine);
    CHECK(lexer.comments()[1].text == "// two");
    CHECK_FALSE(lexer.comments()[1].startsLine);
    CHECK(lexer.comments()[2].text == "/* three */");
    CHECK(lexer.comments()[2].startsLine);
}

TEST_CASE(
    "lexer: a block is skipped up to the brace that closes it, whatever stands in strings and comments") {
    const std::string blocks[] = {
        "{}",
        "{ a { b } c }",
        "{ \"}\\\"}\" + `}\n\\` + string('}') + string('\\'') + \"\\\\\" }",
        "{ // }\n /* } \n } */ x / y }",
        "{ x := '{'; y := \"{\" }",
        "{ malformed \" }\n }",
    };
    for (const std::string& block : blocks) {
        CAPTURE(block);
        FileSet files;
        Diagnostics diagnostics(files);
        Lexer lexer(files.add("p.go", block + "\nafter"), diagnostics);
        CHECK(lexer.next().kind == Token::LeftBrace);
        REQUIRE(lexer.skipBlock());
        CHECK(lexer.offset() == block.size());
        CHECK(lexer.next().kind == Token::Semicolon);
        CHECK(lexer.next().text == "after");
        CHECK_FALSE(diagnostics.hasErrors());
    }
}

TEST_CASE("lexer: nothing is skipped when the closing brace is missing") {
    for (const char* text : {"{ a { b }", "{ `}", "{ /* }", "{ // }"}) {
        CAPTURE(text);
        FileSet files;
        Diagnostics diagnostics(files);
        Lexer lexer(files.add("p.go", text), diagnostics);
        lexer.next();
        CHECK_FALSE(lexer.skipBlock());
        CHECK(lexer.offset() == 1);
    }
}
