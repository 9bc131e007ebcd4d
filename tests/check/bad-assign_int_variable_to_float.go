package main

import "fmt"

func main() {
	n := 3
	var f float64 = n // ERROR "cannot use n (variable of type int) as float64 value in variable declaration"
	fmt.Println(f)
}
