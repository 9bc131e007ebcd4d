package main

import "fmt"

func main() {
	fmt.Println(nil == nil) // ERROR "invalid operation: nil == nil (operator == not"
}
