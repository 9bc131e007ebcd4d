package main

import "fmt"

type struct { // ERROR "syntax error: unexpected keyword struct, expected"
	x int
} // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println("x")
}
