package main

import "fmt"

func main() {
	n := 1
	switch n {
	case 1:
		if n > 0 {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	case 2:
		fmt.Println("two")
	}
}
