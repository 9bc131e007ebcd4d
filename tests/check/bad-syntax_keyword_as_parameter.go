package main

import "fmt"

func move(from, to, range int) int { return from } // ERROR "syntax error: unexpected keyword range, expected )"

func main() {
	fmt.Println(move(1, 2, 3))
}
