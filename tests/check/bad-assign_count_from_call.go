package main

import "fmt"

func minmax(xs []int) (int, int, error) { return 0, 0, nil }

func main() {
	lo, hi := minmax(nil) // ERROR "assignment mismatch: 2 variables but minmax"
	fmt.Println(lo, hi)
}
