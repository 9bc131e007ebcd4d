package main

import "fmt"

func main() {
	ch := make(chan int)
	select ch { // ERROR "syntax error: missing { after select clause"
	case v := <-ch:
		fmt.Println(v)
	}
}
