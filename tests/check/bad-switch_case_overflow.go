package main

import "fmt"

func main() {
	var b byte = 3
	switch b {
	case 256: // ERROR "256 (untyped int constant) overflows byte"
		fmt.Println("big")
	}
}
