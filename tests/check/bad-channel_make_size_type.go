package main

import "fmt"

func main() {
	ch := make(chan int, "10") // ERROR `cannot convert "10" (untyped string constant) to`
	fmt.Println(cap(ch))
}
