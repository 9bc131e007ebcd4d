package main

import "fmt"

func select(n int) int { return n } // ERROR "syntax error: unexpected keyword select, expected"

func main() {
	fmt.Println(select(1)) // ERROR "syntax error: unexpected keyword select, expected"
}
