package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch -> 1 // ERROR "syntax error: unexpected >, expected expression"
	fmt.Println(ch) // ERROR "syntax error: unexpected ) at end of statement"
}
