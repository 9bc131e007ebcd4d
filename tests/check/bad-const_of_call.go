package main

import (
	"fmt"
	"math"
)

const Root = math.Sqrt(2) // ERROR "math.Sqrt(2) (value of type float64) is not"

func main() {
	fmt.Println(Root)
}
