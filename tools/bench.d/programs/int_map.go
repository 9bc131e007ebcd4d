// A map with whole numbers as keys: counts, looks up, deletes. One operation is one number.
package main

import (
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	seen := make(map[int]int)
	state := uint32(1)
	hits := 0
	for i := 0; i < n; i++ {
		state = state*1664525 + 1013904223
		key := int(state >> 20)
		if _, ok := seen[key]; ok {
			hits++
		}
		seen[key]++
		if i%64 == 0 {
			delete(seen, key)
		}
	}
	if n > 10000 && hits == 0 {
		panic("no hits")
	}
}
