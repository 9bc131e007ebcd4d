package main

import "fmt"

func stats(xs []int) (sum int, float64) { // ERROR "syntax error: missing parameter type"
	return 0, 0
}

func main() {
	fmt.Println(stats(nil))
}
