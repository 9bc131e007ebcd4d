#include <doctest/doctest.h>

#include "world/world.h"

using namespace sluice;

namespace {

/// No goroutines: only the outside acts.
struct NoExecutor final : Executor {
    RunResult run(Goroutine&) override { return RunResult::Stopped; }
    void reap(Goroutine&) override {}
};

struct Outside {
    explicit Outside(std::vector<Input> inputs, std::vector<WorldSetting> settings = {})
        : recorder(&sink),
          strategy(1),
          scheduler({}, recorder, strategy),
          world(scheduler, std::move(inputs), settings) {
        scheduler.setExecutor(executor);
    }
    VectorSink sink;
    Recorder recorder;
    Strategy strategy;
    NoExecutor executor;
    Scheduler scheduler;
    World world;
};

struct Catcher final : SignalHandler {
    int last = 0;
    void signalArrived(int number) override { last = number; }
};

}  // namespace

TEST_CASE("inputs and settings that make no sense are described") {
    CHECK(checkInput({"SIGINT", 5, {}}).empty());
    CHECK(checkInput({"SIGFOO", 0, {}}) ==
          "unknown input SIGFOO; there are HTTP, STDIN and signals such as SIGINT");
    CHECK(checkInput({"HTTP", 0, {{"count", "x"}}}) == "count must be a number, not x");
    CHECK(checkInput({"HTTP", 0, {{"colour", "red"}}}) == "HTTP has no value colour");
    CHECK(checkInput({"SIGINT", -1, {}}) == "an input cannot happen before the program starts");
    CHECK(checkSetting({{}, {{"host", "a"}, {"latency", "fast"}}}) ==
          "latency must be a duration such as 50ms, not fast");
    CHECK(checkSetting({{"sql"}, {{"fail", "30%"}}}).empty());
}

TEST_CASE("hosts answer as their settings say") {
    Outside outside({},
                    {{{}, {{"host", "api.test"}, {"latency", "200ms"}, {"status", "503"}, {"body", "busy"}}},
                     {{}, {{"host", "down.test"}, {"fail", "100%"}, {"error", "no route to host"}}}});
    HostAnswer answer = outside.world.ask("api.test", "GET http://api.test/");
    CHECK(answer.latencyNs == 200'000'000);
    CHECK(answer.status == 503);
    CHECK(answer.body == "busy");
    CHECK(outside.world.ask("other.test", "").latencyNs == 50'000'000);
    CHECK(outside.world.ask("other.test", "").status == 200);
    CHECK(outside.world.ask("down.test", "").error == "no route to host");
    CHECK(outside.world.ask("x.invalid", "").error == "dial tcp: lookup x.invalid: no such host");
}

TEST_CASE("a wanted signal reaches the handler, an ignored one nobody, an unwanted one ends the run") {
    Outside outside({});
    Catcher catcher;
    outside.world.setSignalHandler(&catcher);
    outside.world.wantSignals(1u << 15);
    outside.world.signal(15);
    CHECK(catcher.last == 15);
    CHECK(outside.scheduler.openSources() == 1);
    outside.world.ignoreSignals(1u << 2);
    outside.world.signal(2);
    CHECK(outside.scheduler.outcome() == Outcome::Running);
    outside.world.signal(1);
    CHECK(outside.scheduler.outcome() == Outcome::Died);
    CHECK(outside.scheduler.outcomeText() == "signal: hangup");
}

TEST_CASE("ports are opened once and requests queue in order") {
    Outside outside({});
    CHECK(outside.world.listen(8080));
    CHECK_FALSE(outside.world.listen(8080));
    uint64_t first = outside.world.connect(8080);
    uint64_t second = outside.world.connect(8080);
    CHECK(first != 0);
    CHECK(second > first);
    CHECK(outside.world.connect(9090) == 0);
    outside.world.close(8080);
    CHECK_FALSE(outside.world.isListening(8080));
    CHECK(outside.scheduler.openSources() == 0);
}

TEST_CASE("durations of the world are read exactly") {
    int64_t ns = 0;
    CHECK(parseWorldDuration("1m30s", ns));
    CHECK(ns == 90'000'000'000);
    CHECK(parseWorldDuration("1.5ms", ns));
    CHECK(ns == 1'500'000);
    CHECK_FALSE(parseWorldDuration("5", ns));
    CHECK_FALSE(parseWorldDuration("", ns));
    CHECK_FALSE(parseWorldDuration("-1s", ns));
}
