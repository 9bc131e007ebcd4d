package main

import "fmt"

func main() {
	ch := make(chan int, 3)
	fmt.Println(ch[0]) // ERROR "invalid operation: cannot index ch (variable of"
}
