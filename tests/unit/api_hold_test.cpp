// Holding a goroutine back: who runs instead, and when the held one runs all the same.
#include <doctest/doctest.h>

#include "api/session.h"
#include "sched_script.h"

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr int64_t kMs = 1'000'000;

constexpr const char* kTwoSenders = R"(package main

import "fmt"

func say(name string, out chan string) {
	for i := 0; i < 3; i++ {
		out <- fmt.Sprint(name, i)
	}
}

func main() {
	out := make(chan string)
	go say("a", out)
	go say("b", out)
	for i := 0; i < 6; i++ {
		fmt.Println(<-out)
	}
}
)";

std::string outputOf(const char* source, const std::string& schedule, int processors, uint64_t slice,
                     RunState* end = nullptr) {
    auto compilation = compileProgram("./prog.go", source, {});
    REQUIRE(compilation->program() != nullptr);
    RunOptions options;
    options.schedule = schedule;
    options.processors = processors;
    Run run(*compilation, options);
    RunSlice step;
    step.instructions = slice;
    while (run.advance(step) == RunState::Ready) {
    }
    if (end != nullptr) *end = run.state();
    return run.standardOutput();
}

}  // namespace

TEST_CASE("schedules say who is held back, and are read as they are written") {
    Schedule schedule;
    REQUIRE(Schedule::parse("s1:7;h3@120-400;h2@5;17=2", schedule));
    REQUIRE(schedule.holds.size() == 2);
    CHECK(schedule.holds[0].goroutine == 3);
    CHECK(schedule.holds[0].from == 120);
    CHECK(schedule.holds[0].until == 400);
    CHECK(schedule.holds[1].until == UINT64_MAX);
    CHECK(schedule.deviations.size() == 1);
    CHECK(schedule.text() == "s1:7;h3@120-400;h2@5;17=2");
    for (const char* bad : {"s1:7;h", "s1:7;h0@1", "s1:7;h3", "s1:7;h3@", "s1:7;h3@5-5", "s1:7;h3@9-2",
                            "s1:7;17=2;h3@1", "s1:7;h99999999999@1"}) {
        CAPTURE(bad);
        CHECK_FALSE(Schedule::parse(bad, schedule));
    }
}

TEST_CASE("a held goroutine waits while others can run, and runs when nobody else can") {
    for (int processors : {1, 2, 4}) {
        CAPTURE(processors);
        CHECK(outputOf(kTwoSenders, "s1:1;h2@0", processors, 2'000'000) == "b0\nb1\nb2\na0\na1\na2\n");
        CHECK(outputOf(kTwoSenders, "s1:1;h3@0", processors, 2'000'000) == "a0\na1\na2\nb0\nb1\nb2\n");
    }
}

TEST_CASE("holding everybody is no deadlock") {
    RunState end = RunState::Ready;
    const std::string output = outputOf(kTwoSenders, "s1:1;h1@0;h2@0;h3@0", 4, 2'000'000, &end);
    CHECK(end == RunState::Finished);
    CHECK(output.size() == 18);
}

TEST_CASE("a held run does not depend on how it is sliced") {
    const std::string whole = outputOf(kTwoSenders, "s1:5;h2@20-60", 3, 2'000'000);
    for (uint64_t slice : {1, 3, 7, 50}) CHECK(outputOf(kTwoSenders, "s1:5;h2@20-60", 3, slice) == whole);
}

TEST_CASE("what happened before the hold stays as it was") {
    auto compilation = compileProgram("./prog.go", kTwoSenders, {});
    RunOptions options;
    Run plain(*compilation, options);
    plain.advance({});
    options.schedule = "s1:1;h2@30";
    Run held(*compilation, options);
    held.advance({});
    REQUIRE(plain.events().size() > 30);
    REQUIRE(held.events().size() > 30);
    for (uint64_t i = 0; i < 30; ++i) {
        CAPTURE(i);
        CHECK(plain.events()[i].time == held.events()[i].time);
        CHECK(plain.events()[i].kind == held.events()[i].kind);
        CHECK(plain.events()[i].goroutine == held.events()[i].goroutine);
    }
    CHECK(held.schedule() == "s1:1;h2@30");
}

TEST_CASE("time passes while a goroutine is held, and it goes on when the hold is over") {
    ScriptRun r(2);
    // Goroutine 2 is held from the start to event 8; main sleeps, so time can pass without it.
    Strategy strategy(Schedule{1, {}, {{2, 0, 8}}});
    Scheduler scheduler(ScriptRun::withProcessors({}, 2), r.recorder, strategy);
    ScriptExecutor executor(scheduler);
    std::string log;
    const auto note = [&](const char* word) {
        return Step{0, [&log, &scheduler, word](ScriptGoroutine&) {
                        log += std::string(word) + "@" + std::to_string(scheduler.now()) + " ";
                        return Did::Done;
                    }};
    };
    const auto sleep = [&](int64_t ns) {
        return Step{0, [&scheduler, ns](ScriptGoroutine& g) {
                        scheduler.sleep(g, ns);
                        return Did::Blocked;
                    }};
    };
    ScriptGoroutine main, other;
    other.script = {note("held")};
    main.script = {{0,
                    [&](ScriptGoroutine&) {
                        GoroutineInfo info;
                        info.function = info.name = r.recorder.text("other");
                        scheduler.start(other, info, info.name);
                        return Did::Done;
                    }},
                   sleep(kMs),
                   note("main"),
                   sleep(kMs),
                   note("main"),
                   sleep(kMs),
                   note("main")};
    GoroutineInfo info;
    info.function = info.name = r.recorder.text("main");
    scheduler.start(main, info, info.name);
    CHECK(scheduler.advance({}) == Outcome::MainReturned);
    CHECK(log == "main@1000000 held@1000000 main@2000000 main@3000000 ");
    CHECK(r.timesAreOrdered());
}
