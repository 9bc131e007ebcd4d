package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	x := 3
	if x <-1 { // ERROR "syntax error: cannot use x <- 1 as value"
		fmt.Println(ch)
	}
}
