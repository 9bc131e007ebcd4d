package main

import "fmt"

func main() {
	var p *int
	if p { // ERROR "non-boolean condition in if statement"
		fmt.Println(p)
	}
}
