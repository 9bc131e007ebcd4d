package main

import "fmt"

func double(n int) int { return 2 * n }

func pair() (int, int) { return 1, 2 }

func main() {
	fmt.Println(double(pair())) // ERROR "too many arguments in call to double"
}
