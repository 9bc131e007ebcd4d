package main

import "fmt"

func check(n int) {
	fmt.Println(n > 0)
}

func main() {
	if check(1) { // ERROR "check(1) (no value) used as value"
		fmt.Println("positive")
	}
}
