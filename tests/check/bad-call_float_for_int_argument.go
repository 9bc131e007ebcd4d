package main

import "fmt"

func repeat(times int) {
	for range times {
		fmt.Println("again")
	}
}

func main() {
	x := 2.0
	repeat(x) // ERROR "cannot use x (variable of type float64) as int"
}
