package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(min(3, 1, 2), max(3, 1, 2), min("b", "a"), max(1.5, 2), min(2, 1.5))
	x := 10
	fmt.Println(min(x, 5), max(x, 50), min(math.NaN(), 1))
	s := []int{1, 2, 3}
	clear(s)
	m := map[string]int{"a": 1}
	clear(m)
	fmt.Println(s, len(m), len(s))
	fmt.Println(min(int8(3), -4), max(uint(7), 9))
}
