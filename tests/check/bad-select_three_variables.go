package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	select {
	case v, ok, err := <-ch: // ERROR "assignment mismatch: 3 variables but 1 value"
		fmt.Println(v, ok, err)
	default:
	}
}
