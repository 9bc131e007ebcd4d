package main

import "fmt"

func main() {
	defer func() { // ERROR "expression in defer must be function call"
		fmt.Println("bye")
	}
	fmt.Println("hi")
}
