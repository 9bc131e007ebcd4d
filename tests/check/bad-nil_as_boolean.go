package main

import "fmt"

func main() {
	var p *int
	if !p { // ERROR "invalid operation: operator ! not defined on p"
		fmt.Println("nil")
	}
}
