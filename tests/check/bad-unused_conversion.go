package main

import "fmt"

func main() {
	n := 65
	float64(n) // ERROR "float64(n) (value of type float64) is not used"
	fmt.Println(n)
}
