package main

import "fmt"

func greet { // ERROR "syntax error: unexpected {, expected ("
	fmt.Println("hi") // ERROR "syntax error: unexpected ( in parameter list;"
} // ERROR "syntax error: non-declaration statement outside"

func main() {
	greet()
}
