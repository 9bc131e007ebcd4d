// Whatever the text, the parser ends, never crashes, and says something when it is wrong.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/rng.h"
#include "syntax_fixture.h"

using namespace sluice;

namespace {

std::vector<std::string> listings() {
    std::vector<std::string> texts;
    const std::filesystem::path folder =
        std::filesystem::path(SLUICE_REPO_ROOT) / ".." / "shared" / "listings";
    std::error_code error;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".go") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) {
        std::ifstream in(path);
        std::stringstream text;
        text << in.rdbuf();
        texts.push_back(text.str());
    }
    return texts;
}

constexpr const char* kSample = R"(package main

import (
    "fmt"
    "sync"
    "time"
)

// Stack is generic.
type Stack[T any, S ~[]T] struct {
    mu    sync.Mutex
    items S `tag:"x"`
    next  *Stack[T, S]
}

func (s *Stack[T, S]) Push(v T) (n int, err error) {
    s.mu.Lock()
    defer s.mu.Unlock()
    s.items = append(s.items, v)
    return len(s.items), nil
}

const (
    a = iota << 1
    b
)

type I interface {
    ~int | ~string
    M(x int, y ...string) <-chan error
}

func main() {
    c := make(chan<- map[string][]int, 0x10)
    go func(n int) {
        for i, v := range []struct{ x, y int }{{1, 2}, {x: 3}} {
            select {
            case c <- nil:
            case v, ok := <-time.After(5 * time.Second):
                fmt.Println(v, ok, i)
            default:
            }
            switch t := any(v).(type) {
            case int, *float64:
                _ = t
                fallthrough
            default:
            }
        }
    }(3)
outer:
    for i := 0; i < 10; i++ {
        if x := i % 2; x == 0 {
            continue outer
        } else if x > 5 && !false || x != 'a' {
            goto end
        }
    }
end:
    fmt.Printf("%d\n", `raw`[1:2:3])
}
)";

}  // namespace

TEST_CASE("every listing parses") {
    for (const std::string& text : listings()) CHECK(Parsed(text).errors() == "");
}

TEST_CASE("every prefix of a program ends with a diagnosis") {
    const std::string sample = kSample;
    for (size_t length = 0; length <= sample.size(); length++) {
        Parsed parsed(sample.substr(0, length));
        (void)dumpTree(parsed.file);
    }
}

TEST_CASE("random changes never crash the parser") {
    std::vector<std::string> texts = listings();
    texts.push_back(kSample);
    const std::string pieces[] = {"(",  ")",  "[",    "]",    "{",    "}",   ",",    ";",      ":",     "...",
                                  ":=", "<-", "func", "type", "chan", "if ", "for ", "range ", "case ", "\n",
                                  "\"", "`",  "'",    "/*",   "*/",   "//",  "0x",   "~",      "|"};
    Rng rng(20250101);
    for (int round = 0; round < 1500; round++) {
        std::string text = texts[rng.below(texts.size())].substr(0, 3000);
        const uint64_t changes = 1 + rng.below(6);
        for (uint64_t i = 0; i < changes && !text.empty(); i++) {
            const size_t at = rng.below(text.size());
            switch (rng.below(4)) {
                case 0: text.erase(at, 1 + rng.below(8)); break;
                case 1: text.insert(at, pieces[rng.below(std::size(pieces))]); break;
                case 2: text[at] = static_cast<char>(rng.below(256)); break;
                default: text.insert(at, text.substr(rng.below(text.size()), rng.below(30))); break;
            }
        }
        Parsed parsed(text);
        (void)dumpTree(parsed.file);
        (void)readDirectives(*parsed.file, parsed.names, parsed.diagnostics);
    }
}

TEST_CASE("nesting has a limit and a message") {
    const auto repeat = [](const std::string& piece, int count) {
        std::string text;
        for (int i = 0; i < count; i++) text += piece;
        return text;
    };
    const int deep = 20000;
    const std::string prefix = "package p; func f() { ";
    const std::string programs[] = {
        prefix + "x = " + repeat("(", deep),
        prefix + "x = " + repeat("- ", deep) + "1",
        prefix + "x = " + repeat("f(", deep),
        prefix + "x = a" + repeat(".b", deep),
        prefix + "x = a" + repeat("[1]", deep),
        prefix + "x = 1" + repeat("+1", deep),
        prefix + "x = T" + repeat("{", deep),
        prefix + "x = " + repeat("func() { x = ", deep),
        prefix + repeat("{", deep),
        prefix + repeat("if x { ", deep),
        prefix + "if x {} " + repeat("else if x {} ", deep),
        prefix + repeat("L: ", deep),
        prefix + repeat("for { switch { case x: ", deep),
        "package p; type T " + repeat("[]", deep) + "int",
        "package p; type T " + repeat("*", deep) + "int",
        "package p; type T " + repeat("chan ", deep) + "int",
        "package p; type T " + repeat("struct { a ", deep) + "int",
        "package p; type T " + repeat("func(", deep) + "int",
        "package p; type T interface { A" + repeat("|A", deep) + " }",
        "package p; type T[P A" + repeat("|A", deep) + "] int",
        "package p; type T " + repeat("map[", deep) + "int",
        "package p; var x = " + repeat("<-", deep) + "c",
    };
    for (const std::string& text : programs) {
        Parsed parsed(text);
        CAPTURE(text.substr(0, 60));
        CHECK(parsed.errors().find("syntax error: exceeded max nesting depth") != std::string::npos);
        (void)dumpTree(parsed.file);
    }
    CHECK(Parsed("package p; var x = 1" + repeat("+1", 300)).errors() == "");
    CHECK(Parsed("package p; var x = " + repeat("(", 200) + "1" + repeat(")", 200)).errors() == "");
}

TEST_CASE("a megabyte of nonsense is dealt with") {
    std::string text = "package p\n";
    while (text.size() < kMaxSourceBytes - 100) text += "var x int 5\n";
    Parsed parsed(text);
    CHECK(parsed.diagnostics.isFull());
    CHECK(parsed.errors().ends_with("too many errors\n"));
}
