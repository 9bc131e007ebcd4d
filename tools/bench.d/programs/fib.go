// Recursion: one operation is one call of fib, of which there are about 1.6 times n.
package main

import (
	"os"
	"strconv"
)

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	const round = 21891 // calls that fib(20) makes
	for done := 0; done < n; done += round {
		if fib(20) != 6765 {
			panic("wrong number")
		}
	}
}
