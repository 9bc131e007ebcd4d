package main

import "fmt"

func main() {
	ch := make(<-chan int<-, 1) // ERROR "syntax error: unexpected <- in argument list;"
	fmt.Println(ch)
}
