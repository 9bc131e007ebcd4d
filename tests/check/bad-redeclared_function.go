package main

import "fmt"

func greet() { fmt.Println("hello") }

func greet() { fmt.Println("hi") } // ERROR "greet redeclared in this block"

func main() {
	greet()
}
