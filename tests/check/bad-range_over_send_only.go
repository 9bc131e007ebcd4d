package main

import "fmt"

func f(ch chan<- int) {
	for v := range ch { // ERROR "cannot range over ch (variable of type chan<- int): receive from send-only channel"
		fmt.Println(v)
	}
}

func main() {
}
