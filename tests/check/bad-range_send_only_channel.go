package main

import "fmt"

func drain(ch chan<- int) {
	for v := range ch { // ERROR "cannot range over ch (variable of type chan<-"
		fmt.Println(v)
	}
}

func main() {
	drain(make(chan int))
}
