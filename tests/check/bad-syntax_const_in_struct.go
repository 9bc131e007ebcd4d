package main

import "fmt"

type circle struct {
	const pi = 3.14 // ERROR "syntax error: unexpected keyword const, expected"
	r float64
}

func main() {
	fmt.Println(circle{})
}
