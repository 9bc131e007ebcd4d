package main

import "fmt"

func split(sum int) (sum, rest int) { // ERROR "sum redeclared in this block"
	return sum, rest
}

func main() {
	fmt.Println(split(3))
}
