package main

import "fmt"

func main() {
	type celsius float64
	var c celsius = 1
	var f float64 = c // ERROR "cannot use c (variable of float64 type celsius) as float64 value in variable declaration"
	fmt.Println(f)
}
