package main

import "fmt"

type Celsius float64
type Fahrenheit float64

func main() {
	var c Celsius = 20
	var f Fahrenheit = c // ERROR "cannot use c (variable of float64 type Celsius) as"
	fmt.Println(f)
}
