// The quick ways of the interpreter's loop (sched/turns.h, machine/quick_operations.h) leave no trace: a run
// that may take them records the same events as one that may not.
#include <doctest/doctest.h>

#include <cstring>

#include "api/session.h"

using namespace sluice;

namespace {

// Channels with and without buffers, full and empty ones, closing, values with texts and without.
constexpr const char* kChannels = R"(package main

import "fmt"

type point struct{ x, y int }

func main() {
	jobs, results := make(chan int, 3), make(chan int, 2)
	done, words, far := make(chan struct{}, 1), make(chan string, 4), make(chan int, 1)
	points, flags, bare := make(chan point, 2), make(chan bool, 2), make(chan *point, 2)
	for w := 0; w < 3; w++ {
		go func() {
			for j := range jobs {
				results <- j * j
			}
			done <- struct{}{}
		}()
	}
	go func() {
		for i := 0; i < 60; i++ {
			jobs <- i
			words <- fmt.Sprint("w", i)
			far <- i << 40
			points <- point{i, -i}
			flags <- i%2 == 0
			bare <- nil
		}
		close(jobs)
	}()
	sum := 0
	for i := 0; i < 60; i++ {
		sum += <-results + len(<-words) + <-far>>40
		p, ok := <-points
		if !ok || !<-flags {
			p.y = 0
		}
		sum += p.y
		if <-bare != nil {
			panic("not nil")
		}
	}
	for w := 0; w < 3; w++ {
		<-done
	}
	_, ok := <-jobs
	fmt.Println(sum, ok)
}
)";

// Locks with and without waiters, a copied one, one overwritten while somebody waits, preemption, timers.
constexpr const char* kLocks = R"(package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	count := 0
	for g := 0; g < 5; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 40; i++ {
				mu.Lock()
				if i%16 == g {
					time.Sleep(3 * time.Microsecond)
				}
				count++
				mu.Unlock()
				for spin := 0; spin < i*g; spin++ {
					count += 0
				}
			}
		}()
	}
	wg.Wait()
	copied := mu
	copied.Lock()
	mu.Lock()
	copied.Unlock()
	mu.Unlock()
	for i := 0; i < 12_000_000; i++ {
	}
	func() {
		defer func() { fmt.Println(recover() != nil) }()
		var nothing *sync.Mutex
		nothing.Lock()
	}()
	fmt.Println(count)
}
)";

/// The records of a run, in slices of so many instructions and of so much virtual time.
std::string eventsOf(const Compilation& compilation, const std::string& schedule, int processors,
                     uint64_t instructions, int64_t ns) {
    RunOptions options;
    options.schedule = schedule;
    options.processors = processors;
    Run run(compilation, options);
    RunSlice slice;
    slice.instructions = instructions;
    if (ns > 0) slice.untilNs = 0;
    RunState state = RunState::Ready;
    while (state == RunState::Ready) {
        state = run.advance(slice);
        if (ns > 0) slice.untilNs += ns;
    }
    CHECK(state == RunState::Finished);
    std::string out = run.allOutput();
    for (uint64_t i = 0; i < run.events().size(); i++)
        out.append(reinterpret_cast<const char*>(&run.events()[i]), sizeof(Event));
    return out;
}

}  // namespace

TEST_CASE("quick turns and quick operations record what the long ways record") {
    for (const char* source : {kChannels, kLocks}) {
        auto compilation = compileProgram("./prog.go", source, {});
        REQUIRE(compilation->program() != nullptr);
        for (int processors : {1, 2, 4, 7}) {
            for (const char* seed : {"s1:1", "s1:2", "s1:3"}) {
                CAPTURE(processors);
                CAPTURE(seed);
                const std::string quick = eventsOf(*compilation, seed, processors, 100'000'000, 0);
                // A schedule with a deviation, here of a choice that is never made, has to ask about each.
                const std::string asked = std::string(seed) + ";9000000000000=1";
                CHECK((quick == eventsOf(*compilation, asked, processors, 100'000'000, 0)));
                CHECK((quick == eventsOf(*compilation, seed, processors, 997, 0)));
                CHECK((quick == eventsOf(*compilation, seed, processors, 100'000'000, 50'000)));
            }
        }
    }
}
