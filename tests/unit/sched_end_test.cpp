// How runs end: deadlock, limits, waiting for input.
#include <doctest/doctest.h>

#include "sched_script.h"

using namespace sluice;
using namespace sluice::test;

namespace {
constexpr int64_t kSecond = 1'000'000'000;
}

TEST_CASE("all goroutines asleep is a deadlock, exit code 2") {
    ScriptRun r;
    CHECK(r.run({r.go("a", {r.blockForEver()}), r.blockForEver()}) == Outcome::Deadlock);
    CHECK(r.scheduler.exitCode() == 2);
    CHECK(r.scheduler.outcomeText() == "all goroutines are asleep - deadlock!");
    CHECK(r.words({EventKind::Deadlock, EventKind::RunEnd}) == "g0:deadlock g0:run-end");
    CHECK(r.scheduler.advance({}) == Outcome::Deadlock);
    CHECK(r.words({EventKind::RunEnd}) == "g0:run-end");
    // Both are still there for the traceback, in order of number.
    CHECK(r.scheduler.first()->number == 1);
    CHECK(r.scheduler.first()->allNext->number == 2);
    CHECK(waitReasonText(r.scheduler.first()->reason) == "select (no cases)");
}

TEST_CASE("a sleeper keeps a deadlock away until it has ended") {
    ScriptRun r;
    CHECK(r.run({r.go("a", {r.sleep(kSecond)}), r.blockForEver()}) == Outcome::Deadlock);
    CHECK(r.scheduler.now() == kSecond);
}

TEST_CASE("no goroutines left is its own text") {
    ScriptRun r;
    r.start("main", {{0, [](ScriptGoroutine&) { return Did::Ended; }}});
    r.goroutines[0]->script.clear();
    // Main leaves by Goexit: the executor reports Ended for it.
    struct Goexit final : Executor {
        RunResult run(Goroutine&) override { return RunResult::Ended; }
        void reap(Goroutine&) override {}
    } executor;
    r.scheduler.setExecutor(executor);
    CHECK(r.scheduler.advance({}) == Outcome::Deadlock);
    CHECK(r.scheduler.outcomeText() == "no goroutines (main called runtime.Goexit) - deadlock!");
}

TEST_CASE("an open source outside means waiting for input, not deadlock") {
    ScriptRun r;
    r.scheduler.holdOpen(1);
    r.start("main", {r.blockForEver(), r.note("on")});
    CHECK(r.scheduler.advance({}) == Outcome::WaitingForInput);
    CHECK(r.scheduler.interruptWait(*r.goroutines[0]));
    CHECK(r.scheduler.advance({}) == Outcome::MainReturned);
    CHECK(r.log == "on@0 ");
}

TEST_CASE("weak timers neither keep the clock going nor prevent a deadlock") {
    struct Target final : TimerTarget {
        int fired = 0;
        void fire(Scheduler&, TimerId, int64_t, uint64_t) override { fired++; }
    } target;
    ScriptRun r;
    r.start("main", {r.sleep(kSecond), r.blockForEver()});
    r.scheduler.startTimer(kSecond / 2, target, 0, true);
    r.scheduler.startTimer(2 * kSecond, target, 0, true);
    CHECK(r.scheduler.advance({}) == Outcome::Deadlock);
    CHECK(target.fired == 1);
    CHECK(r.scheduler.now() == kSecond);
}

TEST_CASE("limits stop the run with a text") {
    SchedulerOptions few;
    few.instructionLimit = 1'000;
    ScriptRun instructions(1, 1, few);
    CHECK(instructions.run({instructions.work(INT64_MAX)}) == Outcome::Limit);
    CHECK(instructions.scheduler.outcomeText() == "limit of 1000 instructions reached");
    CHECK(instructions.scheduler.instructionsUsed() == 1'000);

    SchedulerOptions brief;
    brief.timeLimitNs = 3 * kSecond;
    ScriptRun time(1, 1, brief);
    CHECK(time.run({time.sleep(2 * kSecond), time.note("a"), time.sleep(2 * kSecond)}) == Outcome::Limit);
    CHECK(time.scheduler.outcomeText() == "limit of 3s virtual time reached");
    CHECK(time.log == "a@2000000000 ");
    ScriptRun busy(1, 1, brief);
    CHECK(busy.run({busy.work(INT64_MAX)}) == Outcome::Limit);

    ScriptRun events;
    events.recorder.setEventLimit(20);
    Script main;
    for (int i = 0; i < 100; i++) main.push_back(events.yield());
    CHECK(events.run(main) == Outcome::Limit);
    CHECK(events.scheduler.outcomeText() == "limit of 20 events reached");
    CHECK(events.words({EventKind::LimitReached}) == "g0:limit-reached");
}

TEST_CASE("a full ring makes the run wait for its reader") {
    constexpr uint32_t kCapacity = 1024;
    std::vector<Event> storage(kCapacity);
    std::atomic<uint32_t> head{0};
    std::atomic<uint32_t> tail{0};
    RingSink ring(storage.data(), kCapacity, head, tail);
    Recorder recorder(&ring);
    Strategy strategy(1);
    Scheduler scheduler({}, recorder, strategy);
    ScriptExecutor executor(scheduler);
    ScriptGoroutine g;
    for (int i = 0; i < 5'000; i++) {
        g.script.push_back({0, [&scheduler](ScriptGoroutine& self) {
                                scheduler.yieldToAll(self);
                                return Did::Yielded;
                            }});
    }
    scheduler.start(g, {}, 0);
    uint64_t seen = 0;
    int64_t lastTime = 0;
    Outcome outcome = scheduler.advance({});
    int drains = 0;
    while (true) {
        uint32_t from = tail.load();
        for (; from != head.load(); from++) {
            const Event& e = storage[from % kCapacity];
            CHECK(e.time >= lastTime);
            lastTime = e.time;
            seen++;
        }
        tail.store(from);
        if (outcome != Outcome::Drain) break;
        drains++;
        outcome = scheduler.advance({});
    }
    CHECK(outcome == Outcome::MainReturned);
    CHECK(drains > 5);
    CHECK(seen == recorder.count());
    CHECK(seen > 10'000);
}
