package main

import "fmt"

func main() {
	for _, c := range "a,b" {
		if c == "," { // ERROR `invalid operation: c == "," (mismatched types rune`
			fmt.Println("comma")
		}
	}
}
