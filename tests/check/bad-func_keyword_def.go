package main

import "fmt"

def greet(): // ERROR "syntax error: non-declaration statement outside"
	fmt.Println("hi")

func main() {
	greet()
}
