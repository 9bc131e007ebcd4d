// Compiles that share a LibraryCache make the same programs and diagnostics as compiles on their own.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "api/session.h"
#include "code/disassembler.h"
#include "code/program.h"
#include "types_fixture.h"

using namespace sluice;

namespace {

/// All that a run depends on: diagnostics, functions with their code and positions, types.
std::string fingerprint(const Compilation& compilation) {
    std::string out = compilation.problemText();
    const Program* program = compilation.program();
    if (program == nullptr) return out;
    for (const Function& function : program->functions) {
        out += function.name + "\n" + disassemble(*program, function);
        for (const auto& position : function.positions)
            out += std::to_string(position.pc) + "@" + std::to_string(position.pos.value) + " ";
    }
    for (const RType& type : program->types.types) out += type.name + "\n";
    for (const std::string& package : program->packages) out += package + " ";
    return out;
}

/// The Go files of a folder and the folders in it.
std::vector<std::string> programs(const std::string& folder) {
    std::vector<std::string> paths;
    for (const std::string& name : test::listFiles(folder, ".go")) paths.push_back(folder + "/" + name);
    for (const std::string& name : test::listSubfolders(folder)) {
        for (std::string& path : programs(folder + "/" + name)) paths.push_back(std::move(path));
    }
    return paths;
}

std::string traceOf(const Compilation& compilation) {
    RunOptions options;
    options.seed = 7;
    Run run(compilation, options);
    RunSlice slice;
    while (run.advance(slice) == RunState::Ready && run.instructions() < 20'000'000) {
    }
    std::string out = run.allOutput() + run.outcomeText();
    for (size_t i = 0; i < run.events().size(); i++) {
        const Event& event = run.events()[i];
        out.append(reinterpret_cast<const char*>(&event), sizeof event);
    }
    return out;
}

const char* const kFirst = R"(package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	c := make(chan int, 2)
	for i := range 3 {
		wg.Add(1)
		go func() { defer wg.Done(); time.Sleep(time.Millisecond); c <- i }()
	}
	go func() { wg.Wait(); close(c) }()
	for v := range c {
		fmt.Println(v)
	}
}
)";

const char* const kSecond = R"(package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
	"time"
)

type node struct{ next atomic.Pointer[node] }

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var head atomic.Pointer[node]
	head.Store(&node{})
	<-ctx.Done()
	list := []int{3, 1, 2}
	slices.Sort(list)
	fmt.Println(errors.Is(ctx.Err(), context.DeadlineExceeded), list, head.Load() != nil)
}
)";

const char* const kBroken = R"(package main

import (
	"fmt"
	"net/http"
	"sync"
)

func main() {
	var m sync.Mutex
	m.Lok()
	fmt.Println(undefined, http.Get(1))
	var c chan int = fmt.Sprint
}
)";

}  // namespace

TEST_CASE("a program compiles to the same after others, after itself and after one with errors") {
    LibraryCache cache;
    const std::string first = fingerprint(*compileProgram("./prog.go", kFirst, {}));
    const std::string second = fingerprint(*compileProgram("./prog.go", kSecond, {}));
    const std::string broken = fingerprint(*compileProgram("./prog.go", kBroken, {}));
    const std::string trace = traceOf(*compileProgram("./prog.go", kFirst, {}));
    for (const int round : {1, 2}) {
        CAPTURE(round);
        const auto compilation = compileProgram("./prog.go", kFirst, {}, &cache);
        CHECK(fingerprint(*compilation) == first);
        CHECK(fingerprint(*compileProgram("./prog.go", kSecond, {}, &cache)) == second);
        CHECK(fingerprint(*compileProgram("./prog.go", kBroken, {}, &cache)) == broken);
        CHECK(fingerprint(*compileProgram("./prog.go", "package main\nfunc", {}, &cache)) != "");
        CHECK(fingerprint(*compileProgram("./prog.go", kFirst, {}, &cache)) == first);
        // A compilation does not depend on the cache it was made with.
        CHECK(traceOf(*compilation) == trace);
    }
}

TEST_CASE("every program of tests/run and the catalogue compiles to the same with a cache that all share") {
    LibraryCache cache;
    int different = 0, compiled = 0;
    for (const char* folder : {"core/catalogue", "tests/check", "tests/run"}) {
        for (const std::string& path : programs(std::string(SLUICE_REPO_ROOT "/") + folder)) {
            const std::string text = test::readWholeFile(path);
            const bool same = fingerprint(*compileProgram("./prog.go", text, {}, &cache)) ==
                              fingerprint(*compileProgram("./prog.go", text, {}));
            if (!same) MESSAGE("differs: " << path);
            different += same ? 0 : 1;
            compiled++;
        }
    }
    CHECK(compiled > 100);
    CHECK(different == 0);
}

TEST_CASE("a cache does not grow with the number of compiles") {
    LibraryCache cache;
    size_t most = 0;
    for (int i = 0; i < 200; i++) {
        const std::string text = std::string(kSecond) + "\nvar unique" + std::to_string(i) + " = " +
                                 std::to_string(i) + "\n" + std::string(10'000, ' ') + "\n";
        REQUIRE(compileProgram("./prog.go", text, {}, &cache)->program() != nullptr);
        most = std::max(most, cache.keptBytes());
    }
    CHECK(most > 0);
    CHECK(most <= size_t{24} << 20);
}

TEST_CASE("a program nested too deeply leaves no trace in the cache") {
    LibraryCache cache;
    std::string deep = "package main\nimport \"fmt\"\nfunc main() { x := 1; fmt.Println(";
    for (int i = 0; i < 450; i++) deep += "-(";
    deep += "x";
    for (int i = 0; i < 450; i++) deep += ")";
    deep += ") }\n";
    compileProgram("./prog.go", deep, {}, &cache);
    CHECK(fingerprint(*compileProgram("./prog.go", kFirst, {}, &cache)) ==
          fingerprint(*compileProgram("./prog.go", kFirst, {})));
}
