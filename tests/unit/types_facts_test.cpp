// What the checker tells the compiler beside types: captures, escapes, initialisation order, method sets,
// instances.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "types_fixture.h"

using namespace sluice;
using namespace sluice::test;

namespace {
/// A checked program and ways to find things in it by name.
struct Checked {
    CheckRun run{""};
    Package* pkg;

    explicit Checked(const std::string& body) {
        pkg = run.check("./prog.go", "package main\n" + body);
        CHECK(run.diagnostics.text() == "");
        REQUIRE(pkg != nullptr);
    }
    Object* find(const char* name) { return pkg->scope->find(run.context.name(name)); }
    FunctionInfo* function(const char* name) { return find(name)->as<Func>()->info; }
    Type* typeOf(const char* name) { return find(name)->type; }
    /// A local variable of a function's outermost block or parameter list.
    Var* local(const char* function, const char* name) {
        return this->function(function)->decl->scope->find(run.context.name(name))->as<Var>();
    }
};

std::string names(const std::vector<Var*>& vars) {
    std::string out;
    for (const Var* v : vars) out += std::string(out.empty() ? "" : " ") + std::string(v->name.text());
    return out;
}
}  // namespace

TEST_CASE("captures are listed in order of first use, through nested literals") {
    Checked c(R"(
func main() {
    a, b, unused := 1, 2, 3
    _ = unused
    f := func() int {
        g := func() int { return b }
        return g() + a
    }
    f()
}
)");
    FunctionInfo* fn = c.function("main");
    REQUIRE(fn->literals.size() == 1);
    REQUIRE(fn->literals[0]->literals.size() == 1);
    CHECK(names(fn->literals[0]->literals[0]->captures) == "b");
    CHECK(names(fn->literals[0]->captures) == "b a");
    CHECK(c.local("main", "a")->captured);
    CHECK_FALSE(c.local("main", "unused")->captured);
    CHECK_FALSE(c.local("main", "a")->reassigned);
}

TEST_CASE("assignments, addresses and loop headers are told apart") {
    Checked c(R"(
type point struct{ x, y int }

func (p *point) move() { p.x++ }

func main() {
    once, twice, taken, moved := 1, 1, 1, point{}
    var arr [3]int
    var whole [3]int
    twice = 2
    p := &taken
    moved.move()
    arr[1] = once
    s := whole[:]
    for i := 0; i < 3; i++ {
        go func() { println(i) }()
    }
    _, _, _ = p, s, twice
}
)");
    CHECK_FALSE(c.local("main", "once")->reassigned);
    CHECK(c.local("main", "twice")->reassigned);
    CHECK(c.local("main", "taken")->addressTaken);
    CHECK(c.local("main", "moved")->addressTaken);
    CHECK(c.local("main", "arr")->reassigned);
    CHECK_FALSE(c.local("main", "arr")->addressTaken);
    CHECK(c.local("main", "whole")->addressTaken);
    FunctionInfo* fn = c.function("main");
    REQUIRE(fn->literals.size() == 1);
    REQUIRE(fn->literals[0]->captures.size() == 1);
    Var* i = fn->literals[0]->captures[0];
    CHECK(i->isLoopVar);
    CHECK(i->reassignedInPost);
    CHECK_FALSE(i->reassigned);
}

TEST_CASE("the body of a range over a function is a function of its own") {
    Checked c(R"(
func seq(yield func(int) bool) { yield(1) }

func find(n int) (found bool) {
    for x := range seq {
        if x == n {
            defer println("done")
            return true
        }
    }
    return false
}

func main() { find(1) }
)");
    FunctionInfo* fn = c.function("find");
    REQUIRE(fn->literals.size() == 1);
    CHECK(fn->literals[0]->rangeBody != nullptr);
    CHECK(names(fn->literals[0]->captures) == "n found");
    CHECK(fn->hasDefer);
}

TEST_CASE("package variables are initialised in order of their dependencies, then of their declaration") {
    Checked c(R"(
var a = c + b
var b = f()
var c = 1
var d, e = pair()

func f() int { return d }
func pair() (int, int) { return 2, c }
func main() {}
)");
    std::string order;
    for (const Initializer& init : c.pkg->initOrder) order += names(init.lhs) + "; ";
    CHECK(order == "c; d e; b; a; ");
}

TEST_CASE("method sets include promoted methods and leave out pointer methods of values") {
    Checked c(R"(
type inner struct{}

func (inner) Value()    {}
func (*inner) Pointer() {}

type byValue struct{ inner }
type byPointer struct{ *inner }
type hiding struct {
    inner
    Value int
}

func main() {}
)");
    auto set = [&](Type* t) {
        std::string out;
        for (const MethodEntry& m : methodSet(t)) out += std::string(m.func->name.text()) + " ";
        return out;
    };
    CHECK(set(c.typeOf("inner")) == "Value ");
    CHECK(set(c.run.context.pointerTo(c.typeOf("inner"))) == "Pointer Value ");
    CHECK(set(c.typeOf("byValue")) == "Value ");
    CHECK(set(c.run.context.pointerTo(c.typeOf("byValue"))) == "Pointer Value ");
    CHECK(set(c.typeOf("byPointer")) == "Pointer Value ");
    CHECK(set(c.run.context.pointerTo(c.typeOf("hiding"))) == "Pointer ");
}

TEST_CASE("instances are canonical and their methods are substituted") {
    Checked c(R"(
type list[T any] struct {
    head T
    next *list[T]
}

func (l *list[E]) push(v E) *list[E] { return &list[E]{v, l} }

var a list[int]
var b list[int]
var s list[string]

func main() {}
)");
    CHECK(c.typeOf("a") == c.typeOf("b"));
    CHECK(c.typeOf("a") != c.typeOf("s"));
    CHECK(typeString(c.typeOf("s"), c.pkg) == "list[string]");
    CHECK(runtimeTypeString(c.typeOf("s")) == "main.list[string]");
    Named* named = c.typeOf("s")->as<Named>();
    REQUIRE(named->numMethods() == 1);
    CHECK(typeString(named->method(0)->type, c.pkg) == "func(v string) *list[string]");
    CHECK(named->method(0)->origin == named->origin->methods[0]);
    CHECK(typeString(under(named), c.pkg) == "struct{head string; next *list[string]}");
}

TEST_CASE("identical composite types have one representative") {
    Checked c(R"(
var a map[string][]func(x byte) error
var b map[string][]func(uint8) error
var d map[string][]func(int8) error

func main() {}
)");
    TypeContext& ctx = c.run.context;
    CHECK(identical(c.typeOf("a"), c.typeOf("b")));
    CHECK(ctx.canonical(c.typeOf("a")) == ctx.canonical(c.typeOf("b")));
    CHECK(ctx.canonical(c.typeOf("a")) != ctx.canonical(c.typeOf("d")));
    CHECK(runtimeTypeString(c.typeOf("b")) == "map[string][]func(uint8) error");
}

TEST_CASE("untyped constants get their final types and values") {
    Checked c(R"(
var f float32 = 1 << 3
var g = 'a' + 1.0
var h interface{} = 1
const big = 1 << 100
var small = big >> 98

func main() {}
)");
    CHECK(typeString(c.typeOf("g"), c.pkg) == "float64");
    CHECK(typeString(c.typeOf("small"), c.pkg) == "int");
    std::vector<std::string> values;
    for (const Initializer& init : c.pkg->initOrder) {
        values.push_back(typeString(init.rhs->type, c.pkg) + " " + init.rhs->constant->text());
    }
    CHECK(values == std::vector<std::string>{"float32 8", "float64 98", "int 1", "int 4"});
}
