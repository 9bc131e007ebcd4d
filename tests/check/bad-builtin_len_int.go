package main

import "fmt"

func main() {
	fmt.Println(len(5)) // ERROR "invalid argument: 5 (untyped int constant) for built-in len"
}
