// What gofmt does, case by case; the whole of Go's library was compared with the real gofmt while this was
// written.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "syntax/format.h"
#include "syntax_fixture.h"

using namespace sluice;

namespace {

std::string formatted(const std::string& text) {
    FileSet files;
    files.add("./prog.go", text);
    Diagnostics diagnostics(files);
    const std::string once = formatSource(text, diagnostics);
    CHECK(diagnostics.text() == "");
    CHECK(formatSource(once, diagnostics) == once);
    return once;
}

/// The body of a function, formatted, without its frame.
std::string body(const std::string& stmts) {
    const std::string head = "package p\n\nfunc f() {\n";
    const std::string text = formatted(head + stmts + "\n}\n");
    CHECK(text.starts_with(head));
    return text.substr(head.size(), text.size() - head.size() - 2);
}

}  // namespace

TEST_CASE("format: a crowded program gets its air") {
    CHECK(formatted("package   main\nimport \"fmt\"\nfunc main(){\nx:=1\n  if x==1{fmt.Println( x,\"a\" "
                    ")}else {\n}\n}") == tabbed(R"(package main

import "fmt"

func main() {
    x := 1
    if x == 1 {
        fmt.Println(x, "a")
    } else {
    }
}
)"));
}

TEST_CASE("format: blanks around operators show precedence") {
    CHECK(body("x = a+b*c - d/(e+f)") == "\tx = a + b*c - d/(e+f)\n");
    CHECK(body("f(a+b, c * d)") == "\tf(a+b, c*d)\n");
    CHECK(body("x = a*b") == "\tx = a * b\n");
    CHECK(body("x = a&^b|c<<2") == "\tx = a&^b | c<<2\n");
    CHECK(body("x = a - -b; y = a & ^b; z = *p / *q") == "\tx = a - -b\n\ty = a & ^b\n\tz = *p / *q\n");
    CHECK(body("s = a[i+1:j]; t = a[i:]; u = a[i+1]") == "\ts = a[i+1 : j]\n\tt = a[i:]\n\tu = a[i+1]\n");
    CHECK(body("if(x){}; for(y){}; if (T{}==x) {}") ==
          "\tif x {\n\t}\n\tfor y {\n\t}\n\tif (T{} == x) {\n\t}\n");
}

TEST_CASE("format: columns") {
    CHECK(formatted(R"(package p

type T struct {
a int // first
long, longer string `tag` // second

B
c map[string]int
}

const (
A = iota // a
Bcd
E int = 5
)

var m = map[string]int{
"a": 1,
"long key": 2, // two
}
)") == tabbed(R"(package p

type T struct {
    a            int    // first
    long, longer string `tag` // second

    B
    c map[string]int
}

const (
    A = iota // a
    Bcd
    E int = 5
)

var m = map[string]int{
    "a":        1,
    "long key": 2, // two
}
)"));
}

TEST_CASE("format: comments stay where they were") {
    CHECK(formatted(R"(// Package p.
package p

// Doc of f.
//sluice:name x
func f() { // trailing
// own line
x() /* inline */ ; y() // end

  /* block
     of lines */
switch x {
// before case
case 1: // one
z()
// at the end
}
}
// last
)") == tabbed(R"(// Package p.
package p

// Doc of f.
//
//sluice:name x
func f() { // trailing
    // own line
    x() /* inline */
    y() // end

    /* block
       of lines */
    switch x {
    // before case
    case 1: // one
        z()
        // at the end
    }
}

// last
)"));
}

TEST_CASE("format: documentation") {
    CHECK(formatted(R"(package p

//A list:
// - one
// - two
//
//   code()
//
// Heading Here
//
// Text:
//   1. first
//      and more
//   2. second
//
// ``Quotes''.
var x int
)") == "package p\n\n// A list:\n// - one\n// - two\n//\n//\tcode()\n//\n// # Heading Here\n//\n// Text:\n"
       "//  1. first\n//     and more\n//  2. second\n//\n// \u201CQuotes\u201D.\nvar x int\n");
}

TEST_CASE("format: imports are sorted by groups") {
    CHECK(formatted("package p\nimport (\n\"os\"\n\"fmt\" // f\n\n\"b\"\n\"a\"\n\"a\"\n)\n") ==
          "package p\n\nimport (\n\t\"fmt\" // f\n\t\"os\"\n\n\t\"a\"\n\t\"b\"\n)\n");
}

TEST_CASE("format: short functions and labels") {
    CHECK(formatted("package p\nfunc f()int{return 1}\nfunc g(){}\n") ==
          "package p\n\nfunc f() int { return 1 }\nfunc g()     {}\n");
    CHECK(body("outer: for{ break outer}") == "outer:\n\tfor {\n\t\tbreak outer\n\t}\n");
    CHECK(body("go func(){x()}()\nselect{}") == "\tgo func() { x() }()\n\tselect {}\n");
    CHECK(body("x.\na().\nb()") == "\tx.\n\t\ta().\n\t\tb()\n");
    CHECK(body("f(a,\nb)\ny := T{1,\n2,\n}") == "\tf(a,\n\t\tb)\n\ty := T{1,\n\t\t2,\n\t}\n");
    CHECK(body("x = 0XFF + 1E3") == "\tx = 0xFF + 1e3\n");
}

TEST_CASE("format: broken programs are left alone") {
    for (const char* text :
         {"package p\nfunc f( {\n", "", "package p\nvar x = 5 # 3\n", "package p; func () f() {}"}) {
        FileSet files;
        files.add("./prog.go", text);
        Diagnostics diagnostics(files);
        CHECK(formatSource(text, diagnostics) == text);
        CHECK(diagnostics.hasErrors());
    }
    CHECK(formatted("package p\nfunc f() { L: for {} }\n") ==
          "package p\n\nfunc f() {\nL:\n\tfor {\n\t}\n}\n");
}

TEST_CASE("format: formatting the listings twice changes nothing") {
    const std::filesystem::path folder =
        std::filesystem::path(SLUICE_REPO_ROOT) / ".." / "shared" / "listings";
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".go") continue;
        std::ifstream in(entry.path());
        std::stringstream text;
        text << in.rdbuf();
        CAPTURE(entry.path().filename().string());
        const std::string once = formatted(text.str());
        CHECK(std::count(once.begin(), once.end(), '\n') > 0);
    }
}

// gofmt itself is not idempotent where a trailing comma between the last argument and a comment goes away:
// its
// first go writes the comment without a blank, its second one puts it there (checked with gofmt 1.24). Both
// of
// our goes are gofmt's; tests/fuzz/front_end_fuzz.cpp allows a second go to move white space around comments.
TEST_CASE("format: a comment behind a dropped comma takes gofmt's two goes to settle") {
    FileSet files;
    Diagnostics diagnostics(files);
    const std::string once =
        formatSource("package p\n\nfunc main() {\n\tf(\"a\", \"b\", // last\n\t)\n}\n", diagnostics);
    CHECK(once == "package p\n\nfunc main() {\n\tf(\"a\", \"b\")// last\n\n}\n");
    const std::string twice = formatSource(once, diagnostics);
    CHECK(twice == "package p\n\nfunc main() {\n\tf(\"a\", \"b\") // last\n\n}\n");
    CHECK(formatSource(twice, diagnostics) == twice);
}

// Regression tests: each was a difference from gofmt.

TEST_CASE("format: a comment in front of a type assertion's parenthesis stays there") {
    CHECK(body("_ = x. /* c */ (int)") == "\t_ = x. /* c */ (int)\n");
    CHECK(body("_ = x.( /* c */ int)") == "\t_ = x.( /* c */ int)\n");
    CHECK(body("switch y := x. /* c */ (type) {\n}") == "\tswitch y := x. /* c */ (type) {\n\t}\n");
}

TEST_CASE("format: a comment behind the name of a type switch stays there") {
    CHECK(body("switch y /* c */ := x.(type) {\n}") == "\tswitch y /* c */ := x.(type) {\n\t}\n");
}

TEST_CASE("format: a comment between an import's name and path goes behind it when imports are sorted") {
    CHECK(formatted("package p\n\nimport (\n\ta /* c */ \"fmt\"\n\t\"os\"\n)\n") ==
          "package p\n\nimport (\n\ta \"fmt\" /* c */\n\t\"os\"\n)\n");
    CHECK(formatted("package p\n\nimport (\n\ta /* c */ \"fmt\"\n)\n") ==
          "package p\n\nimport (\n\ta /* c */ \"fmt\"\n)\n");
}

TEST_CASE("format: comments below the last import are indented even when they begin their lines") {
    CHECK(formatted("package p\n\nimport (\n\"fmt\" // f\n// one\n// two\n)\n") ==
          "package p\n\nimport (\n\t\"fmt\" // f\n\t// one\n\t// two\n)\n");
}

TEST_CASE("format: a comment behind a raw string of several lines is in no column") {
    CHECK(formatted("package p\n\nconst (\n\tlonger = `a\n`\n\n\tb = `c\nd` // e\n\t/* f */)\n") ==
          "package p\n\nconst (\n\tlonger = `a\n`\n\n\tb = `c\nd` // e\n\t/* f */)\n");
}
