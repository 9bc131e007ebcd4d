package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	<-ch = 1 // ERROR "cannot assign to <-ch (neither addressable nor a"
	fmt.Println(ch)
}
