package main

import "fmt"

var limit = 10

func limit() int { return 10 } // ERROR "limit redeclared in this block"

func main() {
	fmt.Println(limit)
}
