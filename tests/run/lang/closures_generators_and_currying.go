package main

import "fmt"

func fib() func() int { a, b := 0, 1; return func() int { r := a; a, b = b, a+b; return r } }
func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func counter() (inc func(), get func() int) { n := 0; return func() { n++ }, func() int { return n } }
func curry(a int) func(int) func(int) int {
	return func(b int) func(int) int { return func(c int) int { return a*100 + b*10 + c } }
}
func main() {
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 2 })(5), curry(1)(2)(3))
	inc, get := counter()
	inc()
	inc()
	fmt.Println(get())
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i *= 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(20))
	x := 1
	{
		x := 2
		x++
		_ = x
	}
	if x := 5; x > 3 {
		fmt.Println("inner", x)
	}
	fmt.Println(x, func() int { x++; return x }(), x)
	m := map[string]func() string{"hi": func() string { return "hello" }}
	fmt.Println(m["hi"]())
	func(xs ...int) { fmt.Println(len(xs), xs) }(1, 2, 3)
}
