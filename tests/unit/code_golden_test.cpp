// Golden bytecode: what the compiler makes of small functions, one construct each.
#include <doctest/doctest.h>

#include "code_fixture.h"

using sluice::test::Compiled;

TEST_CASE("calls_pass_arguments_in_the_window_and_use_results_there") {
    CHECK_EQ(Compiled(R"(
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() { println(fib(3)) }
)").code("main.fib"), R"(
0 JGeI r1 2 ->3
1 Move r0 r1
2 Ret
3 AddI w4 r1 -1
4 Call @3 main.fib
5 Move r2 w3
6 AddI w4 r1 -2
7 Call @3 main.fib
8 Add r0 r2 w3
9 Ret
)");
}

TEST_CASE("range_over_slice_keeps_the_header_in_registers") {
    CHECK_EQ(Compiled(R"(
func sum(s []int) int {
	t := 0
	for _, v := range s {
		t += v
	}
	return t
}

func main() { println(sum(nil)) }
)").code("main.sum"), R"(
0 LoadI r4 0
1 LoadI r5 0
2 JLe r2 r5 ->7
3 SliceGet r6 r1 r5
4 Add r4 r4 r6
5 AddI r5 r5 1
6 JLtB r5 r2 ->3
7 Move r0 r4
8 Ret
)");
}

TEST_CASE("loops_test_at_the_end_with_fused_jumps") {
    CHECK_EQ(Compiled(R"(
func count(n int) int {
	c := 0
	for i := 0; i < n; i++ {
		if i%3 == 0 && i != 6 {
			c++
		}
	}
	return c
}

func main() { println(count(9)) }
)").code("main.count"), R"(
0 LoadI r2 0
1 LoadI r3 0
2 JLe r1 r3 ->9
3 RemI r4 r3 3
4 JNeI r4 0 ->7
5 JEqI r3 6 ->7
6 AddI r2 r2 1
7 AddI r3 r3 1
8 JLtB r3 r1 ->3
9 Move r0 r2
10 Ret
)");
}

TEST_CASE("swap_copies_one_value_only") {
    CHECK_EQ(Compiled(R"(
func swap(a, b int) (int, int) {
	a, b = b, a
	return a, b
}

func main() { println(swap(1, 2)) }
)").code("main.swap"), R"(
0 Move r4 r2
1 Move r2 r3
2 Move r3 r4
3 Move r0 r2
4 Move r1 r3
5 Ret
)");
}

TEST_CASE("narrow_integers_are_normalised_after_operations") {
    CHECK_EQ(Compiled(R"(
func mix(a uint8, b int32, s uint) (uint8, int32) {
	return a + 200, b << s
}

func main() { println(mix(1, 2, 3)) }
)").code("main.mix"), R"(
0 AddI r0 r2 200
1 ExtU8 r0 r0
2 Shl r1 r3 r4
3 ExtS32 r1 r1
4 Ret
)");
}

TEST_CASE("fields_through_pointers_are_loaded_by_offset") {
    CHECK_EQ(Compiled(R"(
type P struct {
	name string
	x, y float64
}

func (p *P) move(dx float64) { p.y = p.x + dx }

func main() { new(P).move(1) }
)").code("main.(*P).move"), R"(
0 Load r3 r0 2
1 FAdd r2 r3 r1
2 Store r0 r2 3
3 Ret
)");
}

TEST_CASE("variables_captured_and_assigned_live_in_cells") {
    CHECK_EQ(Compiled(R"(
func counter(step int) func() int {
	n := 0
	return func() int {
		n += step
		return n
	}
}

func main() { println(counter(1)()) }
)").code("main.counter"), R"(
0 LoadI r3 0
1 New r2 | <int> 'n'
3 Store r2 r3 0
4 MakeClosure r0 main.counter.func1
5 SetCapture r0 r1 0 n1
6 SetCapture r0 r2 1 n1
7 Ret
)");
}

TEST_CASE("closures_load_captures_once") {
    CHECK_EQ(Compiled(R"(
func counter(step int) func() int {
	n := 0
	return func() int {
		n += step
		return n
	}
}

func main() { println(counter(1)()) }
)").code("main.counter.func1"), R"(
0 LoadCapture r1 0 n2
1 Load r3 r2 0
2 Add r4 r3 r1
3 Store r2 r4 0
4 Load r0 r2 0
5 Ret
)");
}

TEST_CASE("conditions_become_jumps_without_booleans") {
    CHECK_EQ(Compiled(R"(
func check(p *int, s string, f float64) bool {
	if p == nil || s == "x" && !(f < 1) {
		return true
	}
	return false
}

func main() { println(check(nil, "", 0)) }
)").code("main.check"), R"(
0 JEqI r1 0 ->5
1 LoadStr r5 "x"
2 JStrNe r2 r5 ->7
3 LoadK r7 k:4607182418800017408
4 JFLt r4 r7 ->7
5 LoadI r0 1
6 Ret
7 LoadI r0 0
8 Ret
)");
}
