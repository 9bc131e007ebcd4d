package main

import "fmt"

var total int

total = 3 // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println(total)
}
