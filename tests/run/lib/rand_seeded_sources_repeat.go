//test: go=any our generators are our own, only ranges are compared

package main

import (
	"fmt"
	"math/rand"
	"sort"
)

func main() {
	a, b := rand.New(rand.NewSource(7)), rand.New(rand.NewSource(7))
	same := true
	for range 50 {
		if a.Intn(100) != b.Intn(100) {
			same = false
		}
	}
	ok := true
	for range 200 {
		if n := rand.Intn(10); n < 0 || n > 9 {
			ok = false
		}
		if f := rand.Float64(); f < 0 || f >= 1 {
			ok = false
		}
	}
	p := rand.Perm(5)
	sort.Ints(p)
	s := []int{1, 2, 3, 4}
	rand.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	sort.Ints(s)
	fmt.Println(same, ok, p, s)
}
