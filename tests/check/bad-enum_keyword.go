package main

import "fmt"

enum Color { Red, Green } // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println(Red)
}
