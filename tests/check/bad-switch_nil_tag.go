package main

import "fmt"

func main() {
	switch nil { // ERROR "use of untyped nil in switch expression"
	case nil:
		fmt.Println("nil")
	}
}
