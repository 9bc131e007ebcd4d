package main

import "fmt"

public func greet() { // ERROR "syntax error: non-declaration statement outside"
	fmt.Println("hi")
}

func main() {
	greet()
}
