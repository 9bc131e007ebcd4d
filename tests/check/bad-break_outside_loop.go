package main

import "fmt"

func main() {
	n := 3
	if n > 2 {
		break // ERROR "break is not in a loop, switch, or select"
	}
	fmt.Println(n)
}
