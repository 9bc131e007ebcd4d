// Golden bytecode: what the compiler makes of small functions, one construct each.
#include <doctest/doctest.h>

#include "code_fixture.h"

using sluice::test::Compiled;

TEST_CASE("interfaces_of_one_slot_need_no_box") {
    CHECK_EQ(Compiled(R"(
type P struct{ a, b int }

func wrap(i int, p P) (any, any) { return i, p }

func main() { wrap(1, P{}) }
)").code("main.wrap"), R"(
0 Move r1 r4
1 LoadI r0 2
2 Box r3 r5 n2 | <main.P> ''
4 LoadI r2 12
5 Ret
)");
}

TEST_CASE("type_switch_jumps_on_the_type_word") {
    CHECK_EQ(Compiled(R"(
func kind(x any) int {
	switch v := x.(type) {
	case nil:
		return 0
	case int:
		return v
	case string:
		return len(v)
	}
	return -1
}

func main() { println(kind(1)) }
)").code("main.kind"), R"(
0 Move2 r3 r1
1 JEqI r3 0 ->5
2 JType r3 <int> ->8
3 JType r3 <string> ->11
4 Jmp ->14
5 Move2 r5 r3
6 LoadI r0 0
7 Ret
8 Move r9 r4
9 Move r0 r9
10 Ret
11 LoadN r7 r4 0 n2
12 Move r0 r8
13 Ret
14 LoadI r0 -1
15 Ret
)");
}

TEST_CASE("functions_with_defer_return_through_one_epilogue") {
    CHECK_EQ(Compiled(R"(
func guard(f func()) (err any) {
	defer func() { err = recover() }()
	f()
	return nil
}

func main() { guard(nil) }
)").code("main.guard"), R"(
0 New r3 | <interface {}> 'err'
2 MakeClosure r4 main.guard.func1
3 SetCapture r4 r3 0 n1
4 DeferC @7 r4 d0 | r0
6 CallC @7 r2
7 Zero r5 2
8 StoreN r3 r5 0 n2
9 Jmp ->10
10 RunDefers
11 LoadN r0 r3 0 n2
12 Ret
)");
}

TEST_CASE("channels_and_select_name_their_registers") {
    CHECK_EQ(Compiled(R"(
func pump(in <-chan int, out chan<- int, done chan struct{}) {
	for v := range in {
		select {
		case out <- v * 2:
		case <-done:
			return
		}
	}
}

func main() { go pump(nil, nil, nil) }
)").code("main.pump"), R"(
0 Move r3 r0
1 Recv2 r7 r3 r6 n1
2 Jf r6 ->11
3 Move r4 r1
4 MulI r8 r7 2
5 Move r5 r2
6 Select r9 [send r4 r8, recv r5 r3]
7 JNeI r9 0 ->9
8 Jmp ->10
9 Ret
10 JmpB ->1
11 Ret
)");
}

TEST_CASE("maps_take_keys_and_values_from_registers") {
    CHECK_EQ(Compiled(R"(
func tally(m map[string]int, k string) (int, bool) {
	m[k]++
	v, ok := m[k]
	return v, ok
}

func main() { println(tally(nil, "")) }
)").code("main.tally"), R"(
0 MapGet r5 r2 r3 | <map[string]int>
2 AddI r6 r5 1
3 MapSet r2 r3 r6 | <map[string]int>
5 MapGet2 r5 r2 r3 | <map[string]int> r6
7 Move r0 r5
8 Move r1 r6
9 Ret
)");
}

TEST_CASE("generic_functions_are_compiled_for_each_list_of_types") {
    CHECK_EQ(Compiled(R"(
func Map[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func main() { Map([]string{}, func(s string) int { return len(s) }) }
)").code("main.Map[...]"), R"(
0 Zero r7 3
1 LoadI r12 0
2 JLe r4 r12 ->10
3 SliceGetN r10 r3 r12 n2
4 Move2 w4 r10
5 CallC @13 r6
6 Append1 r7 r7 w3 n1 | <[]int> 'out'
8 AddI r12 r12 1
9 JLtB r12 r4 ->3
10 Move3 r0 r7
11 Ret
)");
}

TEST_CASE("range_over_func_calls_the_body_as_a_closure") {
    CHECK_EQ(Compiled(R"(
func first(seq func(func(int) bool)) int {
	for v := range seq {
		return v
	}
	return -1
}

func main() { println(first(func(func(int) bool) {})) }
)").code("main.first"), R"(
0 New r2 | <int> ''
2 New r3 | <int> ''
4 Move r4 r1
5 New r5 | <int> ''
7 MakeClosure w3 main.first-range1
8 SetCapture w3 r5 0 n1
9 SetCapture w3 r3 1 n1
10 SetCapture w3 r2 2 n1
11 CallC @8 r4
12 Load r6 r5 0
13 JNeI r6 1 ->15
14 PanicRt d4
15 LoadI r6 3
16 Store r5 r6 0
17 Load r6 r3 0
18 JEqI r6 0 ->24
19 JNeI r6 1 ->24
20 LoadI r7 0
21 Store r3 r7 0
22 Load r0 r2 0
23 Ret
24 LoadI r6 -1
25 Store r2 r6 0
26 Load r0 r2 0
27 Ret
)");
}

TEST_CASE("calls_come_before_plain_operands") {
    CHECK_EQ(Compiled(R"(
var g int

func inc() int { g++; return g }
func f() int   { return g + inc() }

func main() { println(f()) }
)").code("main.f"), R"(
0 Call @3 main.inc
1 Move r1 w3
2 LoadG r2 g0 n1
3 Add r0 r2 r1
4 Ret
)");
}
