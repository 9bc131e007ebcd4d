// Stepping by statements: every line is stopped at, and stopping changes nothing in the trace.
#include <doctest/doctest.h>

#include <cstring>

#include "api/session.h"

using namespace sluice;

namespace {

std::unique_ptr<Compilation> compiled(const char* source) {
    auto compilation = compileProgram("./prog.go", source, {});
    REQUIRE_MESSAGE(compilation->program() != nullptr, compilation->problemText());
    return compilation;
}

void watch(Run& run, uint32_t goroutine, uint64_t fromEvent = 0, const std::vector<uint32_t>& lines = {}) {
    StatementWatch watch;
    watch.goroutine = goroutine;
    watch.fromEvent = fromEvent;
    watch.lines = lines;
    run.watchStatements(watch);
}

uint32_t lineOfGoroutine(const Run& run, uint32_t number) {
    for (const GoroutineView& view : run.goroutines({number})) {
        for (const FrameView& frame : view.frames) {
            if (!frame.library) return frame.line;
        }
    }
    return 0;
}

/// Lines at which the goroutine stands when it is stopped at each of its statements; "." once it is over.
std::string linesOf(const Compilation& compilation, uint32_t goroutine, uint64_t fromEvent, int most) {
    Run run(compilation, RunOptions());
    watch(run, goroutine, fromEvent);
    std::string lines;
    for (int i = 0; i < most && run.state() == RunState::Ready; ++i) {
        const uint64_t before = run.statementsBegun();
        RunSlice slice;
        slice.instructions = UINT64_MAX;
        slice.statements = before + 1;
        run.advance(slice);
        if (run.statementsBegun() > before) lines += std::to_string(lineOfGoroutine(run, goroutine)) + " ";
    }
    return lines + (run.state() == RunState::Ready ? "" : ".");
}

constexpr const char* kPlain = R"(package main

import "fmt"

func twice(n int) int {
	n = n * 2
	return n
}

func main() {
	a := 1
	b := 2
	for i := range 2 {
		a += i
	}
	c := twice(a) + b
	fmt.Println(
		c)
	b = c
	_ = b
}
)";

constexpr const char* kBusy = R"(package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

var shared int
var table = map[int]int{}

func work(id int, in <-chan int, out chan<- int, mu *sync.Mutex, wg *sync.WaitGroup) {
	defer wg.Done()
	for n := range in {
		sum := 0
		for i := 0; i < n*200; i++ {
			sum += i % 7
			shared += sum
		}
		mu.Lock()
		table[n] = sum
		mu.Unlock()
		select {
		case out <- sum:
		case <-time.After(time.Microsecond):
		}
	}
}

func main() {
	in, out := make(chan int), make(chan int, 2)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for id := range 3 {
		wg.Add(1)
		go work(id, in, out, &mu, &wg)
	}
	go func() {
		for n := range 12 {
			in <- n
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	var got []int
	for v := range out {
		got = append(got, v)
	}
	sort.Slice(got, func(i, j int) bool { return got[i] < got[j] })
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		_ = got[len(got)]
	}()
	fmt.Println(len(got), len(table), shared > 0)
}
)";

/// The whole trace of a run that was stopped at each of one goroutine's statements; 0: never.
std::vector<Event> traceOf(const Compilation& compilation, uint32_t goroutine, uint64_t seed,
                           uint64_t* stops) {
    RunOptions options;
    options.seed = seed;
    Run run(compilation, options);
    watch(run, goroutine);
    while (run.state() == RunState::Ready) {
        RunSlice slice;
        slice.instructions = 50'000;
        if (goroutine != 0) slice.statements = run.statementsBegun() + 1;
        run.advance(slice);
    }
    if (stops != nullptr) *stops += run.statementsBegun();
    std::vector<Event> events;
    for (uint64_t i = 0; i < run.events().size(); ++i) events.push_back(run.events()[i]);
    return events;
}

}  // namespace

TEST_CASE("a goroutine stops at every line, also where no event tells of it") {
    const auto compilation = compiled(kPlain);
    // A call is entered; coming back goes on with the statement that called.
    CHECK(linesOf(*compilation, 1, 0, 100) == "11 12 13 14 13 14 13 16 6 7 17 19 21 .");
}

TEST_CASE("statements are counted from an event on") {
    const auto compilation = compiled(kPlain);
    Run whole(*compilation, RunOptions());
    while (whole.advance({}) == RunState::Ready) {
    }
    uint64_t output = 0;
    for (uint64_t i = 0; i < whole.events().size(); ++i) {
        if (whole.events()[i].what() == EventKind::Output) output = i + 1;
    }
    REQUIRE(output > 0);
    CHECK(linesOf(*compilation, 1, output, 100) == "19 21 .");
}

TEST_CASE("anybody is stopped at the lines that are asked for") {
    const auto compilation = compiled(kBusy);
    Run run(*compilation, RunOptions());
    // The first lines of a function and of the body of its loop, and one of main.
    watch(run, kEverybody, 0, {14, 16, 51});
    std::vector<int> hits(3);
    for (;;) {
        RunSlice slice;
        slice.statements = run.statementsBegun() + 1;
        const uint64_t before = run.statementsBegun();
        const bool isOver = run.advance(slice) != RunState::Ready;
        if (run.statementsBegun() > before) {
            const uint32_t line = lineOfGoroutine(run, run.lastBegun().goroutine);
            REQUIRE(line == run.lastBegun().line);
            REQUIRE((line == 14 || line == 16 || line == 51));
            ++hits[line == 14 ? 0 : line == 16 ? 1 : 2];
        }
        if (isOver) break;
    }
    CHECK(hits[0] == 3);
    CHECK(hits[1] == 12);
    CHECK(hits[2] == 2);  // main itself, and the function literal on that line when it is called first
}

TEST_CASE("a place found by its line is found again by its goroutine") {
    const auto compilation = compiled(kBusy);
    Run run(*compilation, RunOptions());
    watch(run, kEverybody, 0, {17, 18, 22});
    for (int i = 0; i < 40; ++i) {
        RunSlice slice;
        slice.statements = run.statementsBegun() + 1;
        run.advance(slice);
        const BegunStatement found = run.lastBegun();
        Run again(*compilation, RunOptions());
        RunSlice there;
        // So that the operation before it is still to come.
        there.events = found.from > 8 ? found.from - 8 : 0;
        if (there.events > 0) again.advance(there);
        watch(again, found.goroutine, found.from);
        RunSlice on;
        on.statements = found.number;
        again.advance(on);
        CHECK(again.lastBegun().line == found.line);
        CHECK(again.recorder().count() == run.recorder().count());
        CHECK(again.instructions() == run.instructions());
    }
}

TEST_CASE("nobody is watched: no statement is counted") {
    const auto compilation = compiled(kPlain);
    Run run(*compilation, RunOptions());
    while (run.advance({}) == RunState::Ready) {
    }
    CHECK(run.statementsBegun() == 0);
}

TEST_CASE("stopping at every statement of any goroutine changes nothing in the trace") {
    const auto compilation = compiled(kBusy);
    for (const uint64_t seed : {1, 2, 3}) {
        const std::vector<Event> plain = traceOf(*compilation, 0, seed, nullptr);
        for (const uint32_t goroutine : {1u, 2u, 3u, 4u, 5u, kEverybody}) {
            CAPTURE(goroutine);
            uint64_t stops = 0;
            const std::vector<Event> stopped = traceOf(*compilation, goroutine, seed, &stops);
            CHECK(stops > 20);
            REQUIRE(stopped.size() == plain.size());
            CHECK(std::memcmp(stopped.data(), plain.data(), plain.size() * sizeof(Event)) == 0);
        }
    }
}
