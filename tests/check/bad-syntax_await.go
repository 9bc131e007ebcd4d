package main

import "fmt"

func work() int { return 1 }

func main() {
	n := await work() // ERROR "syntax error: unexpected name work at end of"
	fmt.Println(n)
}
