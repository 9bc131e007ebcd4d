package main

import "fmt"

func main() {
	n := 3
	switch n {
	case n > 2: // ERROR "cannot convert n > 2 (untyped bool value) to type"
		fmt.Println("big")
	}
}
