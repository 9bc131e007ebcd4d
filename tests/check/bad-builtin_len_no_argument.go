package main

import "fmt"

func main() {
	fmt.Println(len()) // ERROR "invalid operation: not enough arguments for len()"
}
