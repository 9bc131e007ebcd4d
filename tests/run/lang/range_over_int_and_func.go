// Go 1.22 and 1.23: range over integers and functions.

package main

import (
	"fmt"
	"iter"
)

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("cleanup")
		for i := 0; i < n; i++ {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func pairs(m []string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i, s := range m {
			if !yield(i, s) {
				return
			}
		}
	}
}

func find(n int) string {
	for i := range count(10) {
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}

func main() {
	for i := range 3 {
		fmt.Print(i)
	}
	for range 2 {
		fmt.Print("x")
	}
	var n8 uint8 = 3
	for i := range n8 {
		fmt.Printf(" %T", i)
	}
	fmt.Println()
	for i := range count(3) {
		fmt.Println(i)
	}
	fmt.Println(find(2), find(99))
outer:
	for i := range count(5) {
		for j, s := range pairs([]string{"a", "b", "c"}) {
			if j == 1 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Println(i, j, s)
		}
	}
	for range count(1) {
	}
	func() {
		for i := range count(2) {
			defer fmt.Println("deferred from loop body", i)
		}
		fmt.Println("loop over")
	}()
}
