package main

import "fmt"

func main() {
	a := 1, 2 // ERROR "assignment mismatch: 1 variable but 2 values"
	fmt.Println(a)
}
