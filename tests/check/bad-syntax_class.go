package main

import "fmt"

class Counter { // ERROR "syntax error: non-declaration statement outside"
	n int
}

func main() {
	fmt.Println("x")
}
