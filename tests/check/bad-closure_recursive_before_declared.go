package main

import "fmt"

func main() {
	fib := func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2) // ERROR "undefined: fib"
	}
	fmt.Println(fib(10))
}
