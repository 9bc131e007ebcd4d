package main

import "fmt"

func pair() (int, int) { return 1, 2 }

func triple(a, b, c int) int { return a + b + c }

func main() {
	fmt.Println(triple(pair())) // ERROR "not enough arguments in call to triple"
}
