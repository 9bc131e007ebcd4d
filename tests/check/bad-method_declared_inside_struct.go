package main

import "fmt"

type counter struct {
	n int
	func Inc() { // ERROR "syntax error: unexpected keyword func, expected"
		n++
	}
} // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println(counter{})
}
