package main

import "fmt"

func main() {
	for i := range 3 {
		fmt.Println(i % 0) // ERROR "invalid operation: division by zero"
	}
}
