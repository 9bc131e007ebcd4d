package main

import "fmt"

type Shape interface{ Area() float64 }

func main() {
	s := Shape{} // ERROR "invalid composite literal type Shape"
	fmt.Println(s)
}
