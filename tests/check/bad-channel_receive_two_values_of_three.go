package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	a, b, c := <-ch // ERROR "assignment mismatch: 3 variables but 1 value"
	fmt.Println(a, b, c)
}
