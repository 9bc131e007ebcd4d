package main

import "fmt"

func main() {
	var list [...]int // ERROR "invalid use of [...] array (outside a composite"
	fmt.Println(list)
}
