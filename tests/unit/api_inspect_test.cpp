// Looking into values level by level, at any moment, without changing the run.
#include <doctest/doctest.h>

#include "api/session.h"

using namespace sluice;

namespace {

/// A run of a program up to the moment at which main sleeps for the first time.
struct Looked {
    std::unique_ptr<Compilation> compilation;
    std::unique_ptr<Run> run;

    explicit Looked(const char* source) : compilation(compileProgram("./prog.go", source, {})) {
        REQUIRE_MESSAGE(compilation->program() != nullptr, compilation->problemText());
        run = std::make_unique<Run>(*compilation, RunOptions());
        RunSlice slice;
        slice.untilNs = 500'000'000;
        run->advance(slice);
    }

    /// Path of a local of goroutine 1's frame of main.
    std::string pathOf(const std::string& local) const {
        const std::vector<GoroutineView> views = run->goroutines({1});
        REQUIRE(views.size() == 1);
        for (size_t f = 0; f < views[0].frames.size(); ++f) {
            const std::vector<LocalView>& locals = views[0].frames[f].locals;
            for (size_t l = 0; l < locals.size(); ++l) {
                if (locals[l].name == local)
                    return "g1." + std::to_string(f) + "." + std::to_string(l);
            }
        }
        FAIL("no local " << local);
        return "";
    }

    std::string shown(const std::string& path, uint64_t from = 0, uint64_t count = 100) const {
        std::string out;
        for (const LocalView& part : run->parts(path, from, count))
            out += part.name + "=" + part.value + (part.parts > 0 ? "+" : "") + " ";
        return out;
    }
};

constexpr const char* kValues = R"(package main

import "time"

type node struct {
	name string
	next *node
	tags map[string][]int
	any  interface{}
}

var total = 42
var table = [3]bool{true, false, true}

func main() {
	n := 7
	p := &n
	b := &node{name: "b"}
	a := &node{name: "a", next: b, tags: map[string][]int{"x": {1, 2}}, any: b}
	b.next = a
	c := make(chan *node, 4)
	c <- a
	c <- b
	var nothing *node
	var missing map[string]int
	list := []byte("hi")
	time.Sleep(time.Second)
	_, _, _, _, _, _, _ = p, a, c, nothing, missing, list, n
}
)";

}  // namespace

TEST_CASE("structs, pointers, maps and slices open into their parts") {
    Looked looked(kValues);
    const std::string a = looked.pathOf("a");
    CHECK(looked.shown(a).find("name=\"a\" next=") == 0);
    CHECK(looked.shown(a + "/2") == "[\"x\"]=[1 2]+ ");
    CHECK(looked.shown(a + "/2/0") == "[0]=1 [1]=2 ");
    CHECK(looked.shown(looked.pathOf("p")) == "*=7 ");
    CHECK(looked.shown(looked.pathOf("list")) == "[0]=104 [1]=105 ");
    CHECK(looked.shown(looked.pathOf("n")) == "");
    CHECK(looked.shown(looked.pathOf("nothing")) == "");
    CHECK(looked.shown(looked.pathOf("missing")) == "");
}

TEST_CASE("cycles can be followed as long as one likes, and say that they are cycles") {
    Looked looked(kValues);
    std::string path = looked.pathOf("a");
    for (int i = 0; i < 50; ++i) {
        const std::vector<LocalView> parts = looked.run->parts(path, 0, 10);
        REQUIRE(parts.size() == 4);
        CHECK(parts[0].value == (i % 2 == 0 ? "\"a\"" : "\"b\""));
        path += "/1";
    }
    const std::vector<LocalView> a = looked.run->parts(looked.pathOf("a"), 0, 10);
    const std::vector<LocalView> back = looked.run->parts(looked.pathOf("a") + "/1/1", 0, 10);
    CHECK(a[1].target != 0);
    CHECK(a[1].target == back[1].target);
    CHECK(a[1].target == a[3].target);  // the interface holds the same pointer
}

TEST_CASE("a channel opens into the values in its buffer, next first") {
    Looked looked(kValues);
    const std::string c = looked.pathOf("c");
    const std::vector<LocalView> slots = looked.run->parts(c, 0, 10);
    REQUIRE(slots.size() == 2);
    CHECK(slots[0].name == "slot 1");
    CHECK(looked.shown(c + "/0").find("name=\"a\"") == 0);
    CHECK(looked.shown(c + "/1").find("name=\"b\"") == 0);
    for (const GoroutineView& g : looked.run->goroutines()) {
        for (const FrameView& frame : g.frames) {
            for (const LocalView& local : frame.locals) CHECK((local.name == "c") == (local.object != 0));
        }
    }
}

TEST_CASE("a func value opens into what it captured, a method value into its receiver") {
    Looked looked(R"(package main

import "time"

type counter struct{ hits, misses int }

func (c *counter) hit() { c.hits++ }
func (c counter) sum() int { return c.hits + c.misses }

func both[T any](x T, more []T) func() []T { return func() []T { return append(more, x) } }

func main() {
	n, label := 0, "tries"
	grid := [3]int{1, 2, 3}
	add := func() string { n += grid[2]; return label }
	add()
	c := counter{misses: 4}
	hit, sum := c.hit, c.sum
	hit()
	pair := both("x", []string{"y"})
	var any interface{} = add
	var nothing func()
	plain := func() {}
	time.Sleep(time.Second)
	_, _, _, _, _, _ = hit, sum, any, nothing, pair, plain
}
)");
    CHECK(looked.shown(looked.pathOf("add")) == "grid=[1 2 3]+ n=3 label=\"tries\" ");
    CHECK(looked.shown(looked.pathOf("add") + "/0") == "[0]=1 [1]=2 [2]=3 ");
    CHECK(looked.shown(looked.pathOf("any")) == looked.shown(looked.pathOf("add")));
    CHECK(looked.shown(looked.pathOf("hit") + "/0") == "hits=1 misses=4 ");
    CHECK(looked.shown(looked.pathOf("sum") + "/0") == "hits=0 misses=4 ");
    CHECK(looked.shown(looked.pathOf("pair")) == "more=[\"y\"]+ x=\"x\" ");
    CHECK(looked.shown(looked.pathOf("nothing")) == "");
    CHECK(looked.shown(looked.pathOf("plain")) == "");
}

TEST_CASE("package variables have paths of their own") {
    Looked looked(kValues);
    const std::vector<LocalView> variables = looked.run->packageVariables();
    REQUIRE(variables.size() == 2);
    CHECK(variables[0].name == "total");
    CHECK(variables[0].value == "42");
    CHECK(looked.shown("p1") == "[0]=true [1]=false [2]=true ");
    CHECK(looked.shown("p1", 1, 1) == "[1]=false ");
}

TEST_CASE("paths that lead nowhere show nothing") {
    Looked looked(kValues);
    for (const char* path : {"", "x", "g", "g1", "g1.", "g1.0", "g9.0.0", "g1.77.0", "g1.0.99", "p9", "p0/0",
                             "p1/3", "p1/x", "p1//", "p1/1/0", "g99999999999.0.0", "p1 "}) {
        CAPTURE(path);
        CHECK(looked.run->parts(path, 0, 10).empty());
    }
}

TEST_CASE("the insides of locks are not shown among the fields of a struct") {
    Looked looked(R"(package main

import (
	"sync"
	"time"
)

type account struct {
	mu      sync.Mutex
	balance int
}

func main() {
	a := &account{balance: 3}
	a.mu.Lock()
	time.Sleep(time.Second)
	a.mu.Unlock()
}
)");
    const std::vector<GoroutineView> views = looked.run->goroutines({1});
    std::string shown;
    for (const FrameView& frame : views[0].frames) {
        for (const LocalView& local : frame.locals) shown += local.value;
    }
    CHECK(shown == "&{{…} 3}");
}
