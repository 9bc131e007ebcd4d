package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func main() {
	next, set := counter()
	next()
	next()
	set()
	fmt.Println(next())
	add := func(n int) func(int) int { return func(x int) int { return x + n } }
	fmt.Println(compose(add(1), add(10), func(x int) int { return x * 2 })(5))
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(20))
	x := 1
	func() { x := 2; x++ }()
	func() { x = 5 }()
	fmt.Println(x)
	s := struct{ a, b int }{1, 2}
	f := func() { s.a = 42 }
	f()
	fmt.Println(s)
	fmt.Println(func(a, b int) int { return a - b }(10, 3))
}
