package main

import "fmt"

func main() {
	fmt.Println(min()) // ERROR "invalid operation: not enough arguments for min()"
}
