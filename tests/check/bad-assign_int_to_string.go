package main

import "fmt"

func main() {
	name := "gopher"
	name = 42 // ERROR "cannot use 42 (untyped int constant) as string"
	fmt.Println(name)
}
