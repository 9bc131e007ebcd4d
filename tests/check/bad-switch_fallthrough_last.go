package main

import "fmt"

func main() {
	switch n := 1; n {
	case 1:
		fmt.Println("one")
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
}
