// Sorts slices of numbers, once with our own quicksort and once with package sort. One operation is one
// number.
package main

import (
	"os"
	"sort"
	"strconv"
)

const length = 5000

func quicksort(a []int) {
	for len(a) > 1 {
		pivot := a[len(a)/2]
		i, j := 0, len(a)-1
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for a[j] > pivot {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		quicksort(a[:j+1])
		a = a[i:]
	}
}

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	numbers := make([]int, length)
	state := uint32(1)
	fill := func() {
		for i := range numbers {
			state = state*1664525 + 1013904223
			numbers[i] = int(state >> 8)
		}
	}
	for done := 0; done < n; done += 2 * length {
		fill()
		quicksort(numbers)
		if !sort.IntsAreSorted(numbers) {
			panic("not sorted")
		}
		fill()
		sort.Slice(numbers, func(i, j int) bool { return numbers[i] < numbers[j] })
	}
	if n > 0 && !sort.IntsAreSorted(numbers) {
		panic("not sorted")
	}
}
