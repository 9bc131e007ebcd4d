// Timers' heap, the numbered choices and schedule strings.
#include <doctest/doctest.h>

#include "sched_script.h"

using namespace sluice;
using namespace sluice::test;

TEST_CASE("timers come out by time and then in the order of their start") {
    struct Nothing final : TimerTarget {
        void fire(Scheduler&, TimerId, int64_t, uint64_t) override {}
    } target;
    TimerHeap heap;
    Rng rng(3);
    std::vector<std::pair<int64_t, uint64_t>> expected;
    std::vector<TimerId> ids;
    for (uint64_t i = 0; i < 500; i++) {
        int64_t when = static_cast<int64_t>(rng.below(50));
        ids.push_back(heap.start(when, target, i, 0, i % 3 == 0));
        expected.push_back({when, i});
    }
    for (size_t i = 0; i < 500; i += 7) {
        CHECK(heap.stop(ids[i]));
        CHECK_FALSE(heap.stop(ids[i]));
        expected[i].first = -1;
    }
    std::erase_if(expected, [](const auto& e) { return e.first < 0; });
    std::stable_sort(expected.begin(), expected.end());
    for (const auto& [when, data] : expected) {
        REQUIRE(heap.next() != 0);
        CHECK(heap.nextWhen() == when);
        CHECK(heap[heap.next()].data == data);
        std::vector<TimerId> together;
        heap.dueTogether(together, 1000);
        CHECK(together[0] == heap.next());
        CHECK(heap.hasTie() == (together.size() > 1));
        heap.stop(heap.next());
    }
    CHECK(heap.empty());
    CHECK_FALSE(heap.anyStrong());
    CHECK(heap.nextWhen() == INT64_MAX);
}

TEST_CASE("schedule strings survive the way there and back") {
    Schedule s;
    for (const char* text : {"s1:42", "s1:0;3=1", "s1:18446744073709551615;1=2;17=18446744073709551615"}) {
        REQUIRE(Schedule::parse(text, s));
        CHECK(s.text() == text);
    }
    for (const char* text : {"", "s1:", "s2:1", "s1:1;", "s1:1;2", "s1:1;2=", "s1:1;2=3;2=4", "s1:1;5=1;4=1",
                             "s1:99999999999999999999", "s1:1x"}) {
        CHECK_FALSE(Schedule::parse(text, s));
    }
}

TEST_CASE("a deviation changes one decision and leaves the others in step") {
    Strategy plain(9);
    std::vector<uint32_t> a;
    for (int i = 0; i < 20; i++) a.push_back(plain.choose(ChoiceKind::SelectCase, 5));
    Strategy forced(Schedule{9, {{4, (a[3] + 1) % 5u}}, {}});
    for (int i = 0; i < 20; i++) {
        uint32_t got = forced.choose(ChoiceKind::SelectCase, 5);
        CHECK(got == (i == 3 ? (a[3] + 1) % 5 : a[static_cast<size_t>(i)]));
    }
    CHECK(forced.schedule().text() == "s1:9;4=" + std::to_string((a[3] + 1) % 5));
    CHECK(plain.schedule().text() == "s1:9");
}

TEST_CASE("one alternative is no decision, and kinds do not disturb each other") {
    Strategy x(1);
    Strategy y(1);
    CHECK(x.choose(ChoiceKind::StealFrom, 1) == 0);
    CHECK(x.decisions() == 0);
    for (int i = 0; i < 10; i++) x.choose(ChoiceKind::StealFrom, 7);
    for (int i = 0; i < 10; i++) CHECK(x.random() == y.random());
    CHECK(x.choose(ChoiceKind::NextGoroutine, 9) == 0);
}

TEST_CASE("a schedule can make another goroutine run first") {
    auto order = [](const char* schedule) {
        ScriptRun r;
        Schedule s;
        REQUIRE(Schedule::parse(schedule, s));
        r.strategy.~Strategy();
        new (&r.strategy) Strategy(s);
        r.run({r.go("a", {r.note("a")}), r.go("b", {r.note("b")}), r.sleep(1'000)});
        return r.log;
    };
    CHECK(order("s1:1") == "b@0 a@0 ");
    CHECK(order("s1:1;1=1") == "a@0 b@0 ");
}
