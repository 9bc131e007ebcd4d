package main

import "fmt"

func main() {
	n := 42
	fmt.Println(n[0:1]) // ERROR "invalid operation: cannot slice n (variable of"
}
