package main

import "fmt"

func larger(a, b int) int {
	if a > b {
		return a
	}
} // ERROR "missing return"

func main() {
	fmt.Println(larger(1, 2))
}
