package main

import "fmt"

func main() {
	if true {
		message := "inside"
		fmt.Println(message)
	}
	fmt.Println(message) // ERROR "undefined: message"
}
