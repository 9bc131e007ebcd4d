package main

import "fmt"

func main() {
	func helper(n int) int { // ERROR "syntax error: unexpected name helper, expected ("
		return n * 2
	}
	fmt.Println(helper(2))
}
