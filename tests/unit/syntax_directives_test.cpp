#include <doctest/doctest.h>

#include "syntax_fixture.h"

using namespace sluice;

namespace {

struct Read : Parsed {
    explicit Read(std::string text) : Parsed(std::move(text)) {
        all = readDirectives(*file, names, diagnostics);
    }
    Directives all;
};

const char* const kProgram = R"(// Package main is a lesson.
//
//sluice:try "Shrink the buffer" resultsBuffer=0 seed=7 -> panic "all goroutines"
//sluice:world latency=50ms host=api.example.com "note"
package main

import "time"

// numWorkers is documented.
//
//sluice:slider min=1 max=16 label="Number of workers"
const numWorkers = 3

const (
    //sluice:slider min=0 max=10
    resultsBuffer = 5
    //sluice:slider min=10ms max=2s log
    workTime = 500 * time.Millisecond // per job
    other    = 1
)

//sluice:slider
var rate float64 = 2

//sluice:slider
var verbose = false

//sluice:watch
var total int

//sluice:watch state failureCount
type Breaker struct {
    state int
    //sluice:name failures
    failureCount int
}

//sluice:input SIGINT at=2s

func main() {
    //sluice:name producer
    go func() {
        //sluice:name inner
        go main()
    }()
}
)";

}  // namespace

TEST_CASE("directives: everything is found with its target") {
    Read read(kProgram);
    CHECK(read.errors() == "");
    REQUIRE(read.all.all.size() == 13);
    const Directive& attempt = read.all.all[0];
    CHECK(attempt.verb == DirectiveVerb::Try);
    CHECK(attempt.args == std::vector<std::string>{"Shrink the buffer"});
    CHECK(*attempt.find("resultsBuffer") == "0");
    CHECK(attempt.claimWords == std::vector<ClaimWord>{{"panic", false}, {"all goroutines", true}});
    CHECK(read.all.all[1].args == std::vector<std::string>{"note"});
    CHECK(*read.all.all[1].find("host") == "api.example.com");
    const Directive& slider = read.all.all[2];
    CHECK(slider.target == DirectiveTarget::Const);
    CHECK(slider.targetName == "numWorkers");
    CHECK(slider.line == 11);
    CHECK(slider.targetLine == 12);
    CHECK(read.all.all[7].verb == DirectiveVerb::Watch);
    CHECK(read.all.all[7].targetName == "total");
    CHECK(read.all.all[8].target == DirectiveTarget::Type);
    CHECK(read.all.all[9].target == DirectiveTarget::Field);
    CHECK(read.all.all[9].ownerName == "Breaker");
    CHECK(read.all.all[10].target == DirectiveTarget::None);
    CHECK(read.all.all[11].target == DirectiveTarget::GoStmt);
    CHECK(read.all.all[12].ownerName == "main");
    const FuncDecl* func = as<FuncDecl>(read.file->decls[read.file->decls.size() - 1]);
    CHECK(as<GoStmt>(func->body->stmts[0])->givenName == "producer");
}

TEST_CASE("directives: sliders know their kind, range and place") {
    Read read(kProgram);
    REQUIRE(read.all.sliders.size() == 5);
    const Slider& workers = read.all.sliders[0];
    CHECK(workers.name == "numWorkers");
    CHECK(workers.label == "Number of workers");
    CHECK(workers.kind == SliderKind::Int);
    CHECK(workers.value == 3);
    CHECK(workers.min == 1);
    CHECK(workers.max == 16);
    CHECK(workers.step == 1);
    CHECK(workers.line == 12);
    CHECK(workers.literalText == "3");
    const Slider& time = read.all.sliders[2];
    CHECK(time.kind == SliderKind::Duration);
    CHECK(time.value == 5e8);
    CHECK(time.min == 1e7);
    CHECK(time.max == 2e9);
    CHECK(time.isLog);
    CHECK(time.literalText == "500 * time.Millisecond");
    CHECK(read.all.sliders[3].kind == SliderKind::Float);
    CHECK(read.all.sliders[4].kind == SliderKind::Bool);
}

TEST_CASE("directives: parameters rewrite the constants and nothing else") {
    FileSet none;
    Diagnostics diagnostics(none);
    const std::string text = applyParameters(
        kProgram, {{"numWorkers", "12"}, {"workTime", "1.5s"}, {"rate", "3"}, {"verbose", "true"}},
        diagnostics);
    CHECK_FALSE(diagnostics.hasErrors());
    std::string expected = kProgram;
    const auto replace = [&](const std::string& from, const std::string& to) {
        expected.replace(expected.find(from), from.size(), to);
    };
    replace("numWorkers = 3", "numWorkers = 12");
    replace("500 * time.Millisecond", "1500 * time.Millisecond");
    replace("float64 = 2", "float64 = 3.0");
    replace("verbose = false", "verbose = true");
    CHECK(text == expected);
    CHECK(applyParameters(kProgram, {{"numWorkers", "3"}}, diagnostics) == kProgram);
    Read again(text);
    CHECK(again.errors() == "");
    CHECK(again.all.sliders[2].value == 1.5e9);
}

TEST_CASE("directives: bad parameters are reported and left out") {
    FileSet none;
    Diagnostics diagnostics(none);
    const std::string text = applyParameters(
        kProgram, {{"nmWorkers", "3"}, {"numWorkers", "17"}, {"workTime", "500"}, {"numWorkers", "2.5"}},
        diagnostics);
    CHECK(text == kProgram);
    REQUIRE(diagnostics.unsorted().size() == 4);
    CHECK(diagnostics.unsorted()[0].code == DiagCode::ParameterUnknown);
    CHECK(
        diagnostics.unsorted()[0].message ==
        "sluice: unknown parameter nmWorkers; known are numWorkers, resultsBuffer, workTime, rate, verbose");
    CHECK(diagnostics.unsorted()[1].message == "sluice: numWorkers=17 is outside the slider's range 1 to 16");
    CHECK(diagnostics.unsorted()[2].message ==
          "sluice: cannot set workTime to 500; write a value such as 500ms");
    CHECK(diagnostics.unsorted()[3].code == DiagCode::ParameterMalformed);
}

TEST_CASE("directives: durations keep the author's unit and style") {
    const auto rewritten = [](const std::string& literal, const std::string& value) {
        FileSet none;
        Diagnostics diagnostics(none);
        const std::string head = "package p\nimport \"time\"\n//sluice:slider min=1ns max=100h\nconst d = ";
        const std::string text = applyParameters(head + literal + "\n", {{"d", value}}, diagnostics);
        CHECK(diagnostics.text() == "");
        return text.substr(head.size(), text.size() - head.size() - 1);
    };
    CHECK(rewritten("500 * time.Millisecond", "2s") == "2000 * time.Millisecond");
    CHECK(rewritten("2 * time.Second", "500ms") == "500 * time.Millisecond");
    CHECK(rewritten("2*time.Second", "3s") == "3*time.Second");
    CHECK(rewritten("time.Second", "2s") == "2 * time.Second");
    CHECK(rewritten("2 * time.Second", "1s") == "1 * time.Second");
    CHECK(rewritten("time.Millisecond * 20", "10ms") == "10 * time.Millisecond");
    CHECK(rewritten("time.Second / 2", "1s") == "time.Second");
    CHECK(rewritten("time.Duration(5) * time.Second", "7s") == "7 * time.Second");
    CHECK(rewritten("time.Hour", "1500us") == "1500 * time.Microsecond");
    CHECK(rewritten("5 *\n\ttime.Second", "1s") == "1 * time.Second\n");
}

TEST_CASE("directives: mistakes are named") {
    const auto message = [](const std::string& directive, const std::string& target = "const x = 5") {
        Read read("package p\n\n" + directive + "\n" + target + "\n");
        return read.errors();
    };
    CHECK(message("//sluice:slyder min=1") ==
          "3:1: sluice: unknown directive slyder; known are slider, watch, input, try, choice, because, "
          "about, name and world\n");
    CHECK(message("//sluice:slider min=") == "3:17: sluice: min= has no value\n");
    CHECK(message("//sluice:slider label=\"x") == "3:17: sluice: quoted text is not closed\n");
    CHECK(message("//sluice:slider mni=1") ==
          "3:1: sluice: slider does not know the key mni; known are min, max, step, log and label\n");
    CHECK(message("//sluice:slider min=6 max=9") ==
          "3:1: sluice: x=5 is outside the slider's range 6 to 9\n");
    CHECK(message("//sluice:slider min=9 max=6") == "3:1: sluice: slider needs min below max\n");
    CHECK(message("//sluice:slider min=1ms max=5") == "3:1: sluice: min=1ms must be a whole number\n");
    CHECK(message("//sluice:slider", "func f() {}") ==
          "3:1: sluice: a slider must stand directly above a constant or variable\n");
    CHECK(message("//sluice:slider\n", "const x = 5") ==
          "3:1: sluice: a slider must stand directly above a constant or variable\n");
    CHECK(message("//sluice:slider", "const x = y") ==
          "3:1: sluice: the value of x must be written with numbers, true or false, or units such as 5 * "
          "time.Second\n");
    CHECK(message("//sluice:slider", "const x, y = 1, 2") ==
          "3:1: sluice: a slider needs a declaration of one name with one value\n");
    CHECK(message("//sluice:input SIGINT") == "3:1: sluice: input needs at=TIME, such as at=2s\n");
    CHECK(message("//sluice:input SIGINT at=soon") ==
          "3:1: sluice: at=soon is not a time such as 2s or 300ms\n");
    CHECK(message("//sluice:try \"t\" x=1") == "3:1: sluice: try needs `->` and what must happen\n");
    CHECK(message("//sluice:try \"t\" y=1 -> deadlock") == "3:1: sluice: try names y, which has no slider\n");
    CHECK(message("//sluice:name") == "3:1: sluice: name needs exactly one name\n");
    CHECK(message("", "const x = 5 //sluice:slider") ==
          "4:13: sluice: a directive must stand on a line of its own\n");
    CHECK(message("// sluice:slider is only mentioned here") == "");
}

TEST_CASE("durations: read and written as Go does") {
    const auto parse = [](const char* text) {
        int64_t value = -1;
        CAPTURE(text);
        CHECK(parseDuration(text, value));
        return value;
    };
    CHECK(parse("0") == 0);
    CHECK(parse("5s") == 5000000000);
    CHECK(parse("-1.5h") == -5400000000000);
    CHECK(parse("1h2m3.5s") == 3723500000000);
    CHECK(parse("100us") == 100000);
    CHECK(parse("100\u00B5s") == 100000);
    CHECK(parse(".5s") == 500000000);
    CHECK(parse("1.s") == 1000000000);
    int64_t value = 0;
    for (const char* bad : {"", "5", "s", "-", "1x", "1s2", "1.2.3s", "9223372036854775808ns", "3000000h"}) {
        CAPTURE(bad);
        CHECK_FALSE(parseDuration(bad, value));
    }
    CHECK(formatDuration(0) == "0s");
    CHECK(formatDuration(1) == "1ns");
    CHECK(formatDuration(1500) == "1.5\u00B5s");
    CHECK(formatDuration(500000000) == "500ms");
    CHECK(formatDuration(-5400000000000) == "-1h30m0s");
    CHECK(formatDuration(3723500000000) == "1h2m3.5s");
    CHECK(formatDuration(INT64_MIN) == "-2562047h47m16.854775808s");
}
