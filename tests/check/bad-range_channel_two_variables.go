package main

import "fmt"

func main() {
	ch := make(chan int)
	close(ch)
	for i, v := range ch { // ERROR "range over ch (variable of type chan int) permits"
		fmt.Println(i, v)
	}
}
