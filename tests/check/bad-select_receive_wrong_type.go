package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	var s string
	select {
	case s = <-ch: // ERROR "cannot use <-ch (comma, ok expression of type int)"
		fmt.Println(s)
	default:
	}
}
