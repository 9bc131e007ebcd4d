// Programs that must parse, and the shape of the trees where the grammar is ambiguous.
#include <doctest/doctest.h>

#include "syntax_fixture.h"

using namespace sluice;

namespace {

constexpr const char* kValidDecls[] = {
    "import \"fmt\"",
    "import (\"fmt\"; . \"os\"; _ \"io\"; x \"a/b\")",
    "const a = 1",
    "const (a = iota; b; c; d, e = iota, iota; f, g)",
    "const a, b int = 1, 2",
    "var a int; var b = 1; var c, d int = 1, 2; var (e int; f = 2)",
    "type T int",
    "type T = int",
    "type (A int; B = []A; C struct{})",
    "type T struct{ a, b int; c string `tag`; E; *F; p.Q; *p.R; G[int]; x []int; y [n]int; z [3]int }",
    "type T interface{ M(); N(a int) (b, c string); E; p.F; ~int | ~string; *T; []int | map[string]int }",
    "type T[P any] struct{ x P }",
    "type T[P, Q any] struct{}",
    "type T[P *C,] int",
    "type T[P interface{*C}] int",
    "type T[P *C|~D] int",
    "type T[P []E, E any] int",
    "type T[P ~[]E, E interface{ comparable }] map[P]E",
    "type T[n]int",
    "type T[n * m]int",
    "type T[2 * n]int",
    "type T[...]int",
    "type T[P any] = []P",
    "type F func(a int, b ...string) (x int, err error)",
    "type F func(int, ...string) error",
    "type F func(func(int) int) func() (int, bool)",
    "type C chan int; type D <-chan int; type E chan<- int; type G chan<- chan int; type H chan (<-chan int)",
    "type M map[string]map[int][]*T",
    "func f()",
    "func f() {}",
    "func f(a, b int, c string) (x, y float64) { return }",
    "func f[P any, Q ~int | ~string](p P, q Q) P { return p }",
    "func f[P interface{ ~int; String() string }]() {}",
    "func (t T) m() {}",
    "func (t *T) m() {}",
    "func (t *T[P, Q]) m(x P) Q { panic(0) }",
    "func (T[_]) m() {}",
    "func init() {}; func init() {}",
    "var x = [...]string{1: \"a\", \"b\", 5: \"c\"}",
    "var x = map[string][]struct{ a, b int }{\"k\": {{1, 2}, {a: 3}}}",
    "var x = func(a int) int { return a }(5)",
    "var x = f[int](3); var y = T[int]{}; var z = p.T[int, string]{a: 1}",
    "var a, b, c, d, e, f = a[i], b[i:j], c[:], d[i:], e[:j], f[i:j:k]",
    "var x = <-c; var y = <-chan int(c); var z = (<-chan int)(c)",
    "var x = *p + &a.b - !c * ^d &^ e << f % g | h ^ i && j || k == l",
    "var x = x.(T); var y, ok = x.(*p.T)",
    "var x = interface{}(nil); var y = []byte(\"s\"); var z = func()(nil)",
    "var x = struct{ a int }{1}",
    "var x = 0b1010 + 0o17 + 017 + 0xFF + 1_000_000 + 1.5e-3 + .5 + 0x1p-2 + 'a' + '\\n' + 1i",
    "var \u4e16\u754c = 1",
};

constexpr const char* kValidStmts[] = {
    "",
    ";;",
    "x := 1; y = 2; a, b := 1, 2; a, b = b, a",
    "x++; y--; z += 1; z -= 1; z *= 2; z /= 2; z %= 2; z &= 1; z |= 1; z ^= 1; z <<= 1; z >>= 1; z &^= 1",
    "f(); x.f(a, b...); <-c; c <- v; c <- <-d",
    "go f(); go func() {}(); defer f(); defer func() { recover() }()",
    "if x {}; if x := f(); x > 0 {} else if y {} else {}",
    "if x == (T{1}) {}; if (T{} == x) {}; if f(T{1}) {}; if []int{1}[0] == 1 {}",
    "for {}; for x {}; for ; ; {}; for i := 0; i < 10; i++ {}; for ; x; {}; for i := 0; ; {}",
    "for range x {}; for i := range x {}; for i, v := range x {}; for i = range x {}; for a[i], b.c = range "
    "x {}",
    "for range 10 {}; for i := range f() {}; for _, v := range []T{{1}, {2}} {}",
    "switch {}; switch x {}; switch x := f(); x {}; switch x := f(); {}; switch ; x {}",
    "switch x { case 1, 2: f(); fallthrough; case 3: default: g() }",
    "switch x.(type) {}; switch y := x.(type) { case int, *T: case nil: default: }",
    "switch x := f(); y := x.(type) { case map[string]int: _ = y }",
    "select {}; select { case <-c: case v := <-c: case v, ok := <-c: case c <- 1: case a[i] = <-c: default: "
    "}",
    "L: for { break L; continue L }; goto M; M: f()",
    "L: switch { case true: break L }; N: select { default: break N }",
    "{ { x() } }",
    "var x int; const y = 1; type T struct{}; var (a = 1; b = 2)",
    "return",
    "return 1, f()",
    "func() { return }()",
    "x := T{a: 1, b: []int{1, 2,},}",
    "f(func() {}, struct{}{}, []int{}, map[string]int{},)",
    "L: }; func g() { L: for { break L }",
};

/// The dump of the first statement of a function body.
std::string stmtDump(const std::string& text) {
    Parsed parsed("package p; func f() { " + text + " }");
    CHECK(parsed.errors() == "");
    const FuncDecl* func = as<FuncDecl>(parsed.file->decls.front());
    return dumpTree(func->body->stmts.front());
}

/// The dump of a declaration.
std::string declDump(const std::string& text) {
    Parsed parsed("package p; " + text);
    CHECK(parsed.errors() == "");
    return dumpTree(parsed.file->decls.front());
}

}  // namespace

TEST_CASE("declarations parse") {
    for (const char* text : kValidDecls) {
        CAPTURE(text);
        CHECK(Parsed(std::string("package p; ") + text).errors() == "");
    }
}

TEST_CASE("statements parse") {
    for (const char* text : kValidStmts) {
        const std::string stmts = text;
        CAPTURE(stmts);
        std::string errors = Parsed("package p; func f() { " + stmts + " }").errors();
        // Unused labels are complained about, but they are no syntax errors.
        if (stmts.find("L: }") != std::string::npos) {
            CHECK(errors == "1:23: label L defined and not used\n");
        } else {
            CHECK(errors == "");
        }
    }
}

TEST_CASE("ambiguities are resolved as the spec says") {
    CHECK(declDump("type T[P *C,] int") == "(GenDecl type [(TypeSpec T [(Field [P] (StarExpr C))] int)])");
    CHECK(declDump("type T[n * m]int") == "(GenDecl type [(TypeSpec T (ArrayType (BinaryExpr * n m) int))])");
    CHECK(declDump("type T[P any] []P") == "(GenDecl type [(TypeSpec T [(Field [P] any)] (ArrayType - P))])");
    CHECK(stmtDump("a[b](c)") == "(ExprStmt (CallExpr (IndexExpr a [b]) [c]))");
    CHECK(stmtDump("x := T[int]{1}") == "(AssignStmt [x] := [(CompositeLit (IndexExpr T [int]) [1])])");
    CHECK(stmtDump("if x == T {}") == "(IfStmt - (BinaryExpr == x T) (BlockStmt []) -)");
    CHECK(stmtDump("x := <-chan int(c)") ==
          "(AssignStmt [x] := [(UnaryExpr <- (CallExpr (ChanType chan int) [c]))])");
    CHECK(stmtDump("a = b - c - d*e") ==
          "(AssignStmt [a] = [(BinaryExpr - (BinaryExpr - b c) (BinaryExpr * d e))])");
    CHECK(stmtDump("for i := range 10 {}") == "(RangeStmt i - := 10 (BlockStmt []))");
    CHECK(stmtDump("for range c {}") == "(RangeStmt - - c (BlockStmt []))");
    CHECK(stmtDump("switch y := x.(type) { case int: }") == "(TypeSwitchStmt - y x [(CaseClause [int] [])])");
    CHECK(stmtDump("select { case v, ok := <-c: default: }") ==
          "(SelectStmt [(CommClause (AssignStmt [v ok] := [(UnaryExpr <- c)]) []) (CommClause - [])])");
    CHECK(declDump("func f(a, b int, c string)") ==
          "(FuncDecl - f (FuncType [(Field [a b] int) (Field [c] string)] []) -)");
    CHECK(declDump("func f(int, string) error") ==
          "(FuncDecl - f (FuncType [(Field [] int) (Field [] string)] [(Field [] error)]) -)");
}

TEST_CASE("constants repeat the specification above") {
    CHECK(declDump("const (a = iota; b; c int = 5; d)") ==
          "(GenDecl const [(ConstSpec [a] iota=0 - [iota]) (ConstSpec [b] iota=1 repeated - [iota])"
          " (ConstSpec [c] iota=2 int [5]) (ConstSpec [d] iota=3 repeated int [5])])");
}

TEST_CASE("branch statements know their targets") {
    Parsed parsed(
        "package p; func f() { L: for { switch { case true: break L; default: continue }; break } }");
    CHECK(parsed.errors() == "");
    const LabeledStmt* labeled = as<LabeledStmt>(as<FuncDecl>(parsed.file->decls[0])->body->stmts[0]);
    const ForStmt* loop = as<ForStmt>(labeled->stmt);
    const SwitchStmt* branch = as<SwitchStmt>(loop->body->stmts[0]);
    CHECK(as<BranchStmt>(branch->clauses[0]->body[0])->target == loop);
    CHECK(as<BranchStmt>(branch->clauses[1]->body[0])->target == loop);
    CHECK(as<BranchStmt>(loop->body->stmts[1])->target == loop);
}

TEST_CASE("labels of a function are not seen in the literals inside") {
    Parsed parsed("package p; func f() { L: for { func() { break L }() } }");
    CHECK(parsed.errors() == "1:23: label L defined and not used\n1:47: break label not defined: L\n");
}

TEST_CASE("nodes know where they begin and end") {
    Parsed parsed("package p\nfunc f() {\n\tx := g(a, b)[1]\n}\n");
    const Stmt* stmt = as<FuncDecl>(parsed.file->decls[0])->body->stmts[0];
    CHECK(parsed.files.format(stmt->pos) == "./prog.go:3:2");
    CHECK(parsed.files.format(stmt->end) == "./prog.go:3:17");
    const Expr* right = as<AssignStmt>(stmt)->right[0];
    CHECK(parsed.files.format(right->pos) == "./prog.go:3:7");
    CHECK(exprText(right) == "g(a, b)[1]");
}

TEST_CASE("expressions are printed as gc prints them") {
    for (const char* text : {"f(a, b...)",
                             "x[i]",
                             "x[i:j]",
                             "x[:]",
                             "x[i:j:k]",
                             "a.b.c",
                             "x.(T)",
                             "*p",
                             "&x",
                             "-x",
                             "<-c",
                             "!a && b || c",
                             "(x + y) * z",
                             "func(x int) {…}",
                             "func() {}",
                             "T{…}",
                             "T{}",
                             "[]int{…}",
                             "map[string]int{}",
                             "f[int](x)",
                             "struct{a int; b, c string}{}",
                             "interface{M(x int) string; ~int | E}(nil)",
                             "chan<- int(c)",
                             "chan (<-chan int)(c)",
                             "[...]int{…}",
                             "[3]int{}",
                             "func(a, b int, c ...string) (x int, err error)(nil)",
                             "'a'",
                             "\"s\"",
                             "0x1F"}) {
        std::string source = text;
        for (size_t at = source.find("…"); at != std::string::npos; at = source.find("…")) {
            source.replace(at, std::string("…").size(), source.starts_with("func") ? "x()" : "1");
        }
        Parsed parsed("package p; var _ = " + source);
        CAPTURE(text);
        CHECK(parsed.errors() == "");
        CHECK(exprText(as<VarSpec>(as<GenDecl>(parsed.file->decls[0])->specs[0])->values[0]) == text);
    }
}
