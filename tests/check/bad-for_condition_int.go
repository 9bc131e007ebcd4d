package main

import "fmt"

func main() {
	n := 3
	for n { // ERROR "non-boolean condition in for statement"
		fmt.Println(n)
		n--
	}
}
