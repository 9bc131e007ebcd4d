package main

import "fmt"

func main() {
	fmt.Println(float64(1, 2)) // ERROR "too many arguments in conversion to float64"
}
