// Counts words in a map and builds strings. One operation is one word.
package main

import (
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	counts := map[string]int{}
	for i := 0; i < n; i++ {
		counts["word"+strconv.Itoa(i%1000)]++
	}
	if len(counts) == 0 {
		panic("empty")
	}
}
