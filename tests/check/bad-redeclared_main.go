package main

import "fmt"

func main() {
	fmt.Println("one")
}

func main() { // ERROR "main redeclared in this block"
	fmt.Println("two")
}
