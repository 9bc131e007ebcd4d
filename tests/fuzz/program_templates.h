// What generated programs are made of: a prelude of declarations, and statements with holes.
//
// In a statement $i is an integer expression, $n an integer variable, $c a condition, and a line that holds
// only $b
// a block. Lines are indented by the generator.
#pragma once

#include <cstdint>

namespace sluice::fuzz {

/// What a statement needs of its surroundings.
enum Trait : uint8_t {
    kPlain = 0,
    kNested = 1,  ///< holds a block: not below the depth limit
    kWild = 2,    ///< Go leaves its outcome open (map order, select, races, time) or it may block for ever
};

struct Template {
    const char* text;
    uint8_t traits;
};

/// Everything is used by some statement; the rest is kept alive by `use`.
inline constexpr const char* kPrelude = R"go(package main

import (
	"errors"
	"fmt"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type pair struct {
	x, y int
	name string
}

func (q pair) sum() int    { return q.x + q.y }
func (q *pair) grow(n int) { q.x += n }

type summer interface{ sum() int }

type wrapped struct {
	pair
	inner *wrapped
}

type number interface{ ~int | ~uint8 }

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T) { s.items = append(s.items, v) }
func (s *stack[T]) pop() (v T, err error) {
	if len(s.items) == 0 {
		return v, errEmpty
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

var errEmpty = errors.New("empty")

func twice[T any](f func(T) T, x T) T { return f(f(x)) }

func each[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func total[T number](s ...T) (n T) {
	for _, v := range s {
		n += v
	}
	return n
}

// count is an iterator.
func count(n int) func(func(int, int) bool) {
	return func(yield func(int, int) bool) {
		defer func() { visits++ }()
		for i := range n {
			if !yield(i, i*i) {
				return
			}
		}
	}
}

var visits int

// pool squares 0…jobs-1 with a number of workers.
func pool(workers, jobs int) (sum int) {
	in, out := make(chan int), make(chan pair, 2)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range in {
				out <- pair{n * n, w, "job"}
			}
		}()
	}
	go func() {
		for n := range jobs {
			in <- n
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	for p := range out {
		sum += p.x
	}
	return sum
}

// pipe sends numbers through stages that add one.
func pipe(stages, n int) (sum int) {
	first := make(chan int, stages%3)
	last := first
	for range stages {
		next := make(chan int)
		go func(from, to chan int) {
			defer close(to)
			for v := range from {
				to <- v + 1
			}
		}(last, next)
		last = next
	}
	go func() {
		defer close(first)
		for v := range n {
			first <- v
		}
	}()
	for v := range last {
		sum += v
	}
	return sum
}

// guarded counts with everything that locks.
func guarded(n int) int {
	var mu sync.Mutex
	var rw sync.RWMutex
	var once sync.Once
	var wg sync.WaitGroup
	var fast atomic.Int64
	var sum, start int
	shared := map[int]int{}
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { start = 100 })
			mu.Lock()
			sum += i
			mu.Unlock()
			fast.Add(int64(i))
			rw.Lock()
			shared[i%3]++
			rw.Unlock()
			rw.RLock()
			defer rw.RUnlock()
			_ = shared[0]
		}()
	}
	wg.Wait()
	return sum + start + int(fast.Load()) + len(shared)
}

// handover passes a turn around with a condition variable.
func handover(n int) (order []int) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var wg sync.WaitGroup
	turn := 0
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			for turn != i {
				cond.Wait()
			}
			turn++
			order = append(order, i)
			cond.Broadcast()
		}()
	}
	wg.Wait()
	return order
}

// unwind panics n deep and says what its defers saw.
func unwind(n int) (said string, err error) {
	defer func() {
		if r := recover(); r != nil {
			said += fmt.Sprint("<", r)
			if n%2 == 1 {
				panic(fmt.Sprint(r, n))
			}
			err = fmt.Errorf("level %d: %w", n, errEmpty)
		}
	}()
	if n <= 0 {
		var m map[string]int
		m["x"] = 1
	}
	said, err = unwind(n - 1)
	return said + ">", err
}

// guard runs f and tells how it panicked.
func guard(f func()) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprint(r)
		}
	}()
	f()
	return "fine"
}
)go";

/// Declared at the start of main: what statements read and write.
inline constexpr const char* kVariables = R"go(	a, b, c, d := 1, 2, 3, 4
	s := []int{1, 2, 3}
	m := map[int]string{1: "one"}
	t := "text"
	c0, c1 := make(chan int), make(chan int, 2)
	var mu sync.Mutex
	var wg sync.WaitGroup
	p := &a
	var v any = 1
	var g [3]int
	q := pair{1, 2, "q"}
	var fs []func() int
	grid := map[pair][]int{}
	list := &wrapped{pair: q}
	st := stack[any]{}
	_, _, _, _, _, _, _, _, _, _, _ = c0, c1, p, v, g, q, d, fs, grid, list, st
	_, _, _, _, _, _, _, _ = b, c, s, m, t, &mu, &wg, strings.Repeat
	_, _, _, _ = runtime.Gosched, time.Sleep, sort.Ints, errors.Is
)go";

inline constexpr const char* kIntegers[] = {"a", "b", "c", "d", "-a", "-b", "len(s)", "g[1]", "q.x", "*p",
                                            "len(t)", "cap(c1)", "list.x", "visits", "len(grid)"};

inline constexpr const char* kIntegerForms[] = {
    "($i + $i)", "($i * $i)", "($i - $i)", "($i / $i)", "($i % $i)", "($i & $i)", "($i &^ $i)", "($i ^ $i)",
    "($i << (uint($i) % 70))", "($i >> (uint($i) % 70))", "s[$i]", "g[$n&3]", "min($i, a)", "max($i, $i, b)",
    "q.sum()", "int(int8($i))", "int(uint16($i))", "len(m[$i])", "total(s...)", "int(total(uint8($i), 7))",
    "twice(func(n int) int { return n + a }, $i)", "func() int { return $i }()",
    "len(each(s, func(n int) string { return t }))",
    "strings.Count(t, \"1\")", "len([]rune(t))", "[]int{$i, $i}[1]", "(&pair{$i, 1, t}).x"};

inline constexpr Template kStatements[] = {
    // Plain assignments, containers, strings.
    {"$n = $i", kPlain},
    {"$n += $i", kPlain},
    {"$n, b = b, $i", kPlain},
    {"s = append(s, $i)", kPlain},
    {"s = append(s[:min(len(s), 2)], append([]int{$i}, s...)...)", kPlain},
    {"copy(s, s[min(len(s), 1):])", kPlain},
    {"s = s[: min(len(s), 2) : min(cap(s), 4)]", kPlain},
    {"if len(s) > 50 {\n\ts = nil\n}", kPlain},
    {"m[$i] = t", kPlain},
    {"m[$i] += \"x\"", kPlain},
    {"delete(m, $i)", kPlain},
    {"if len(t) < 200 {\n\tt += fmt.Sprint($n)\n}", kPlain},
    {"for i, r := range t {\n\t$n += i + int(r)\n}", kPlain},
    {"t = strings.ToUpper(t[:len(t)/2]) + string(rune('a'+($i&15)))", kPlain},
    {"grid[q] = append(grid[q], $i)", kPlain},
    {"g[0], g[1] = $i, g[0]", kPlain},
    {"h := g\nh[2]++\nif h == g {\n\tg[2] = $i\n}", kPlain},
    {"clear(m)", kPlain},
    {"s, g[0] = s[min(len(s), 1):], $i", kPlain},
    // Structs, pointers, interfaces, generics, closures.
    {"q.grow($i)", kPlain},
    {"v = q", kPlain},
    {"v = &q", kPlain},
    {"v = t", kPlain},
    {"v = [2]any{v == nil, $i}", kPlain},
    {"p = &$n", kPlain},
    {"p = new(int)\n*p = $i", kPlain},
    {"list = &wrapped{pair{$i, a, t}, list}", kPlain},
    {"for at := list; at != nil; at = at.inner {\n\t$n += at.sum()\n}", kPlain},
    {"if w, ok := v.(summer); ok {\n\t$n = w.sum()\n}", kPlain},
    {"switch w := v.(type) {\ncase int:\n\t$n = w\n"
     "case pair:\n\t$n = w.sum()\ncase string, fmt.Stringer:\n\t_ = w\n}",
     kPlain},
    {"st.push($i)\nst.push(q)", kPlain},
    {"if w, err := st.pop(); !errors.Is(err, errEmpty) {\n\tv = w\n}", kPlain},
    {"fs = append(fs, func() int { a++; return $n + len(s) })", kPlain},
    {"for _, f := range fs {\n\t$n = f()\n}", kPlain},
    {"v = v == any($i)", kPlain},
    // Structured concurrency: the outcome does not depend on the schedule.
    {"$n = pool(1+($i&3), $i&15)", kPlain},
    {"$n = pipe($i&7, $i&7)", kPlain},
    {"$n = guarded($i & 15)", kPlain},
    {"t = fmt.Sprint(handover($i & 7))", kPlain},
    {"runtime.Gosched()", kPlain},
    {"time.Sleep(time.Duration($i%5) * time.Millisecond)", kPlain},
    {"if len(c1) < cap(c1) {\n\tc1 <- $i\n}", kPlain},
    {"if len(c1) > 0 {\n\t$n = <-c1\n}", kPlain},
    // Panics.
    {"t = guard(func() { _, err := unwind($i & 3); v = err })", kPlain},
    {"t = guard(func() { $n = s[$i] })", kPlain},
    {"t = guard(func() { var none *pair; $n = none.x })", kPlain},
    {"t = guard(func() { $n = v.(int) })", kPlain},
    {"t = guard(func() { close(c1); close(c1) })\nc1 = make(chan int, 2)", kPlain},
    {"t = guard(func() { panic(fmt.Errorf(\"%d: %w\", $n, errEmpty)) })", kPlain},
    {"t = guard(func() { s = s[$i:$i] })", kPlain},
    // Control flow around blocks.
    {"if $c {\n\t$b\n} else if $c {\n\t$n--\n}", kNested},
    {"for i := range min($i, 5) {\n\t_ = i\n\t$b\n}", kNested},
    {"for i, n := range count(min($i, 6)) {\n\t$n += i * n\n\tif $c {\n\t\tbreak\n\t}\n\t$b\n}", kNested},
    {"for i, n := range s[:min(len(s), 3)] {\n\tif n == $n {\n\t\tcontinue\n\t}\n"
     "\tg[i%3] = n\n\t$b\n}", kNested},
    {"switch $i {\ncase 1:\n\t$b\n\tfallthrough\ncase 2, 3:\n\t$n++\ndefault:\n\t$b\n}", kNested},
    {"func() {\n\tdefer func() { v = fmt.Sprint(recover()) }()\n\t$b\n}()", kNested},
    {"for n := 0; n < 3; n++ {\n\tdefer func() { $n += n }()\n\t$b\n}", kNested},
    {"defer func() {\n\t$b\n}()", kNested},
    {"$n = func() (r int) {\n\tdefer func() { r += $n }()\n\t$b\n\treturn $i\n}()", kNested},
    {"func() {\n\tdone := make(chan bool)\n\tgo func() {\n\t\tdefer close(done)\n\t\tdefer func() { v = "
     "fmt.Sprint(recover()) }()\n\t\t$b\n\t}()\n\t<-done\n}()",
     kNested},
    // What Go leaves open, or what may block for ever.
    {"c1 <- $i", kWild},
    {"$n = <-c1", kWild},
    {"c0 <- $i", kWild},
    {"$n, _ = <-c0", kWild},
    {"mu.Lock()", kWild},
    {"mu.Unlock()", kWild},
    {"for k := range m {\n\t$n = k\n}", kWild},
    {"for k, w := range grid {\n\tdelete(grid, k)\n\t$n = len(w)\n}", kWild},
    {"$n = runtime.NumGoroutine()", kWild},
    {"go func() {\n\t$b\n}()", kWild | kNested},
    {"wg.Add(1)\ngo func() {\n\tdefer wg.Done()\n\t$b\n}()", kWild | kNested},
    {"for i := range 3 {\n\tgo func() { c1 <- i }()\n\t$b\n}", kWild | kNested},
    {"select {\ncase a = <-c0:\n\t$b\ncase c1 <- $i:\n\t$b\n"
     "case <-time.After(time.Millisecond):\n}", kWild | kNested},
    {"select {\ncase c0 <- b:\n\t$b\ncase n, ok := <-c1:\n\t_, _ = n, ok\ndefault:\n"
     "\t$b\n}", kWild | kNested},
    {"tick := time.NewTicker(time.Millisecond)\nfor range 3 {\n"
     "\tselect {\n\tcase <-tick.C:\n\t\t$n++\n\tcase $n = "
     "<-c1:\n\t}\n}\ntick.Stop()",
     kWild},
    {"stop := time.AfterFunc(time.Microsecond*time.Duration($i&1023), func() { d++ })\n"
     "_ = stop.Stop()",
     kWild},
};

}  // namespace sluice::fuzz
