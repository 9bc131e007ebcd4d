package main

import "fmt"

func trace(s string) string { fmt.Println("enter", s); return s }
func leave(s string)        { fmt.Println("leave", s) }

func f() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	return 4
}

func main() {
	defer leave(trace("main"))
	for i := 0; i < 3; i++ {
		defer fmt.Println("loop", i)
	}
	x := 1
	defer fmt.Println("x was", x)
	x = 2
	fmt.Println(f())
	func() {
		defer fmt.Println("inner done")
		fmt.Println("inner")
	}()
}
