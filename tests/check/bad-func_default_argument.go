package main

import "fmt"

func greet(name string = "you") { // ERROR "syntax error: unexpected = in parameter list;"
	fmt.Println("hi", name)
}

func main() {
	greet("ann")
}
