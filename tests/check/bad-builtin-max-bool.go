package main

import "fmt"

func main() {
	fmt.Println(max(true, false)) // ERROR "invalid argument: true (untyped bool constant) cannot be ordered"
}
