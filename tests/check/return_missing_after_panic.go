package main

import "fmt"

func must(n int) int {
	if n > 0 {
		return n
	}
	panic("not positive")
}

func main() {
	fmt.Println(must(3))
}
