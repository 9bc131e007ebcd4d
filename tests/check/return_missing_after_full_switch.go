package main

import "fmt"

func sign(n int) string {
	switch {
	case n < 0:
		return "minus"
	case n == 0:
		fallthrough
	default:
		return "plus"
	}
}

func main() {
	fmt.Println(sign(0))
}
