package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch <- 1
	v := ch <- // ERROR "syntax error: unexpected <- at end of statement"
	fmt.Println(v)
}
