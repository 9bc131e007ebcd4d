package main

import "fmt"

func main() {
	x := 5
	fmt.Println(<-x) // ERROR "invalid operation: cannot receive from non-channel"
}
