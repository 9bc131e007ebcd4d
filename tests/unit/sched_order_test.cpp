// Who runs next, and when: run queues, runnext, slices, sleeping, several processors.
#include <doctest/doctest.h>

#include <algorithm>

#include "sched_script.h"

using namespace sluice;
using namespace sluice::test;

namespace {

constexpr int64_t kMs = 1'000'000;
constexpr int64_t kSecond = 1'000 * kMs;

// Main starts a, b, c and then sleeps; each notes itself.
Script threeAndSleep(ScriptRun& r) {
    return {r.go("a", {r.note("a")}), r.go("b", {r.note("b")}), r.go("c", {r.note("c")}), r.sleep(kMs),
            r.note("main")};
}

}  // namespace

TEST_CASE("the goroutine started last runs first, the others in order") {
    ScriptRun r;
    CHECK(r.run(threeAndSleep(r)) == Outcome::MainReturned);
    CHECK(r.log == "c@0 a@0 b@0 main@1000000 ");
    CHECK(r.timesAreOrdered());
}

TEST_CASE("Gosched goes to the end of the global queue") {
    ScriptRun r;
    CHECK(r.run({r.go("a", {r.note("a1"), r.yield(), r.note("a2")}),
                 r.go("b", {r.note("b1"), r.yield(), r.note("b2")}), r.yield(), r.note("main"),
                 r.sleep(1)}) == Outcome::MainReturned);
    // b is runnext, a behind it; then the global queue: main, b, a.
    CHECK(r.log == "b1@0 a1@0 main@0 b2@0 a2@0 ");
}

TEST_CASE("main's return ends the run although others are runnable") {
    ScriptRun r;
    CHECK(r.run({r.go("a", {r.note("a")}), r.note("main")}) == Outcome::MainReturned);
    CHECK(r.log == "main@0 ");
    CHECK(r.scheduler.exitCode() == 0);
    CHECK(r.words({EventKind::MainReturn, EventKind::RunEnd}) == "g1:main-return g0:run-end");
}

TEST_CASE("sleepers wake in the order of their times, equal times first come first served") {
    ScriptRun r;
    r.run({r.go("a", {r.sleep(3 * kMs), r.note("a")}), r.sleep(1), r.go("b", {r.sleep(kMs), r.note("b")}),
           r.sleep(1), r.go("c", {r.sleep(2 * kMs - 2), r.note("c")}), r.sleep(2 * kMs - 2), r.note("main"),
           r.sleep(kSecond)});
    // c and main fall due together: main slept first, but the one readied last is runnext.
    CHECK(r.log == "b@1000001 c@2000000 main@2000000 a@3000000 ");
    CHECK(r.words({EventKind::TimeJump}).size() > 0);
}

TEST_CASE("work below the grace is forgiven when everybody waits, work above it is charged") {
    ScriptRun small;
    small.run({small.work(40'000), small.note("x"), small.sleep(kMs), small.note("y")});
    CHECK(small.log == "x@0 y@1000000 ");
    ScriptRun large;
    large.run({large.work(60'000), large.note("x"), large.work(10), large.note("y"), large.sleep(kMs),
               large.work(100), large.note("z")});
    CHECK(large.log == "x@60000 y@60011 z@1060012 ");
}

TEST_CASE("a busy goroutine is preempted after its time slice when others wait") {
    ScriptRun r;
    r.run({r.go("spin", {r.work(25 * kMs), r.note("spin")}), r.go("other", {r.work(kMs), r.note("other")}),
           r.sleep(kSecond)});
    // other is runnext; spin then runs alone and is not preempted for nobody.
    CHECK(r.words({EventKind::GoPreempt}).empty());
    ScriptRun two;
    two.run({two.go("a", {two.work(25 * kMs), two.note("a")}),
             two.go("b", {two.work(25 * kMs), two.note("b")}), two.sleep(kSecond)});
    CHECK(two.words({EventKind::GoPreempt}) == "g3:go-preempt g2:go-preempt g3:go-preempt g2:go-preempt");
    CHECK(two.log == "b@45000003 a@50000004 ");
}

TEST_CASE("an endless loop does not stop the clock for sleepers") {
    ScriptRun r;
    r.start("main", {r.go("spin", {r.work(INT64_MAX)}), r.sleep(50 * kMs), r.note("main")});
    CHECK(r.scheduler.advance({}) == Outcome::MainReturned);
    // Woken on time; the spinner's slice happens to end then.
    CHECK(r.words({EventKind::GoUnblock, EventKind::GoPreempt}) == "g0:go-unblock g2:go-preempt");
    CHECK(r.log == "main@50000000 ");
}

TEST_CASE("CPU-bound work speeds up with processors, sleeping does not") {
    auto finish = [](uint16_t processors, bool busy) {
        ScriptRun r(processors);
        Script main;
        for (int i = 0; i < 4; i++) {
            main.push_back(r.go("w", {busy ? r.work(40 * kMs) : r.sleep(40 * kMs), r.note("w")}));
        }
        main.push_back(r.sleep(kSecond));
        r.run(main);
        CHECK(r.timesAreOrdered());
        int64_t last = 0;
        for (size_t at = 0; (at = r.log.find('@', at)) != std::string::npos; at++) {
            last = std::max<int64_t>(last, std::stoll(r.log.substr(at + 1)));
        }
        return last;
    };
    CHECK(finish(1, true) >= 160 * kMs);
    CHECK(finish(2, true) < 90 * kMs);
    CHECK(finish(4, true) < 41 * kMs);
    CHECK(finish(1, false) == 40 * kMs);
    CHECK(finish(4, false) == 40 * kMs);
}

TEST_CASE("the global queue is looked at although the local one is never empty") {
    // Two goroutines hand the processor to each other through the local queue; a third yields to the global
    // queue.
    ScriptRun r;
    Script pingPong;
    for (int i = 0; i < 100; i++) {
        pingPong.push_back({0, [&r](ScriptGoroutine& g) {
                                r.scheduler.yieldLocal(g);
                                return Did::Yielded;
                            }});
    }
    pingPong.push_back(r.note("late"));
    r.run({r.go("a", pingPong), r.go("b", pingPong), r.go("c", {r.yield(), r.note("c")}), r.sleep(kSecond)});
    CHECK(r.log.find("c@") < r.log.find("late@"));
}

TEST_CASE("a full local queue spills half of itself to the global queue") {
    ScriptRun r;
    Script main;
    for (uint32_t i = 0; i < kLocalQueue + 10; i++) main.push_back(r.go("g", {r.note("g")}));
    main.push_back(r.sleep(kMs));
    CHECK(r.run(main) == Outcome::MainReturned);
    CHECK(std::count(r.log.begin(), r.log.end(), '@') == kLocalQueue + 10);
}

TEST_CASE("the same seed gives the same trace, and seeds differ") {
    auto trace = [](uint64_t seed) {
        ScriptRun r(4, seed);
        Script main;
        for (int i = 0; i < 8; i++)
            main.push_back(r.go("w", {r.work(3'000 + i * 700), r.note("w"), r.work(20'000), r.note("x")}));
        main.push_back(r.sleep(kSecond));
        r.run(main);
        CHECK(r.timesAreOrdered());
        return r.text();
    };
    CHECK(trace(7) == trace(7));
    int different = 0;
    for (uint64_t seed = 1; seed <= 10; seed++) different += trace(seed) != trace(seed + 100);
    CHECK(different >= 5);
}

TEST_CASE("GOMAXPROCS can grow and shrink while goroutines run") {
    ScriptRun r(1);
    Script main{r.processors(4)};
    for (int i = 0; i < 4; i++) main.push_back(r.go("w", {r.work(40 * kMs), r.note("w")}));
    main.push_back(r.work(kMs));
    main.push_back(r.processors(1));
    main.push_back(r.sleep(kSecond));
    CHECK(r.run(main) == Outcome::MainReturned);
    CHECK(std::count(r.log.begin(), r.log.end(), 'w') == 4);
    CHECK(r.timesAreOrdered());
    CHECK(r.scheduler.processorCount() == 1);
}

TEST_CASE("pausing anywhere changes nothing") {
    auto program = [](ScriptRun& r) {
        Script main;
        for (int i = 0; i < 5; i++) {
            Script w{r.work(500), r.sleep(kMs)};
            for (int k = 0; k < 40; k++) {
                w.push_back(r.work(70 + 13 * i));
                w.push_back(r.note("w"));
            }
            w.push_back(r.work(12 * kMs));
            w.push_back(r.yield());
            main.push_back(r.go("w", w));
        }
        main.push_back(r.sleep(100 * kMs));
        return main;
    };
    for (uint64_t seed = 1; seed <= 6; seed++) {
        uint16_t processors = static_cast<uint16_t>(1 + seed % 4);
        ScriptRun whole(processors, seed);
        whole.run(program(whole));
        CHECK(whole.timesAreOrdered());
        for (AdvanceSlice slice :
             {AdvanceSlice{UINT64_MAX, 1, INT64_MAX}, AdvanceSlice{UINT64_MAX, 7, INT64_MAX},
              AdvanceSlice{333, UINT64_MAX, INT64_MAX}, AdvanceSlice{4'001, 5, INT64_MAX}}) {
            ScriptRun sliced(processors, seed);
            sliced.start("main", program(sliced));
            Outcome outcome = Outcome::Running;
            int slices = 0;
            for (; outcome == Outcome::Running; slices++) outcome = sliced.scheduler.advance(slice);
            CHECK(slices > 4);
            CHECK(outcome == Outcome::MainReturned);
            CHECK(whole.log == sliced.log);
            CHECK(whole.text() == sliced.text());
        }
        ScriptRun timed(processors, seed);
        timed.start("main", program(timed));
        Outcome outcome = Outcome::Running;
        for (int64_t until = 0; outcome == Outcome::Running; until += 300'007) {
            outcome = timed.scheduler.advance({UINT64_MAX, UINT64_MAX, until});
        }
        CHECK(whole.text() == timed.text());
    }
}

TEST_CASE("a run can be stopped before a virtual time and go on") {
    ScriptRun r;
    r.start("main", {r.sleep(kSecond), r.note("a"), r.sleep(kSecond), r.note("b")});
    CHECK(r.scheduler.advance({UINT64_MAX, UINT64_MAX, kSecond - 1}) == Outcome::Running);
    CHECK(r.log.empty());
    CHECK(r.scheduler.advance({UINT64_MAX, UINT64_MAX, kSecond}) == Outcome::Running);
    CHECK(r.log == "a@1000000000 ");
    CHECK(r.scheduler.advance({}) == Outcome::MainReturned);
}
