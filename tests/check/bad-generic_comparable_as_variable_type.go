package main

import "fmt"

func main() {
	var key comparable = "a" // ERROR "cannot use type comparable outside a type"
	fmt.Println(key)
}
