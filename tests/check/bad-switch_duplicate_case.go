package main

import "fmt"

func main() {
	day := 2
	switch day {
	case 1:
		fmt.Println("mon")
	case 2:
		fmt.Println("tue")
	case 1: // ERROR "duplicate case 1 (constant of type int) in"
		fmt.Println("again")
	}
}
