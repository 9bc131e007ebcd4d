package main

import "fmt"

func main() {
	if n := 3; n > 2 {
		fmt.Println(n)
	}
	fmt.Println(n) // ERROR "undefined: n"
}
