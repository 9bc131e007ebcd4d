package main

import "fmt"

func main() {
	ch := make(chan[int]) // ERROR "syntax error: unexpected ), expected type"
	fmt.Println(ch)
}
