package main

import "fmt"

func main() {
	name := "ann"
	if name { // ERROR "non-boolean condition in if statement"
		fmt.Println("named")
	}
}
