package main

import "fmt"

func main() {
	var v any = 1
	switch v.(type) {
	case 1: // ERROR "1 is not a type"
		fmt.Println("one")
	}
}
