package main

import "fmt"

func main() {
	fmt.Println(nil.Error()) // ERROR "nil.Error undefined (type untyped nil has no field"
}
