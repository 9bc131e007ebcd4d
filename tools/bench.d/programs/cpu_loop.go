// Integer arithmetic, comparisons and a call in a loop. One operation is one turn of the loop.
package main

import (
	"os"
	"strconv"
)

func step(x, i int) int {
	if x&1 == 0 {
		return x/2 + i
	}
	return x*3 + 1
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	x := 27
	for i := 0; i < n; i++ {
		x = step(x, i) & 0xffffff
	}
	if x < 0 {
		panic("negative")
	}
}
