package main

import "fmt"

type Shape interface{ Area() float64 }

type square struct implements Shape { // ERROR "syntax error: unexpected name implements, expected"
	side float64
}

func main() {
	fmt.Println(square{})
}
