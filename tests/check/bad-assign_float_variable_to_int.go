package main

import (
	"fmt"
	"math"
)

func main() {
	var n int
	n = math.Sqrt(16) // ERROR "cannot use math.Sqrt(16) (value of type float64)"
	fmt.Println(n)
}
