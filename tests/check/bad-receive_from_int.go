package main

import "fmt"

func main() {
	n := 1
	fmt.Println(<-n) // ERROR "invalid operation: cannot receive from non-channel n (variable of type int)"
}
