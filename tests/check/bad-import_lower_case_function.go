package main

import "fmt"

func main() {
	fmt.println("hello") // ERROR "undefined: fmt.println"
}
