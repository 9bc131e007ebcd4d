package main

import (
	"fmt"
	"math/rand"
	"sort"
)

func mergeSort(xs []int, depth int) []int {
	if len(xs) <= 1 {
		return xs
	}
	mid := len(xs) / 2
	var l, r []int
	if depth > 0 {
		done := make(chan struct{})
		go func() {
			l = mergeSort(xs[:mid], depth-1)
			close(done)
		}()
		r = mergeSort(xs[mid:], depth-1)
		<-done
	} else {
		l, r = mergeSort(xs[:mid], 0), mergeSort(xs[mid:], 0)
	}
	out := make([]int, 0, len(xs))
	for len(l) > 0 && len(r) > 0 {
		if l[0] <= r[0] {
			out, l = append(out, l[0]), l[1:]
		} else {
			out, r = append(out, r[0]), r[1:]
		}
	}
	return append(append(out, l...), r...)
}

func main() {
	r := rand.New(rand.NewSource(1))
	xs := make([]int, 1000)
	for i := range xs {
		xs[i] = r.Intn(10000)
	}
	fmt.Println(sort.IntsAreSorted(mergeSort(xs, 4)), len(mergeSort(xs, 2)))
}
