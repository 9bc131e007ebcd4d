package main

import "fmt"

func main() {
	double := (n int) => n * 2 // ERROR "syntax error: unexpected name int, expected )"
	fmt.Println(double(2))
}
