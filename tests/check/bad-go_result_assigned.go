package main

import "fmt"

func work() int { return 1 }

func main() {
	r := go work() // ERROR "syntax error: unexpected keyword go, expected"
	fmt.Println(r)
}
