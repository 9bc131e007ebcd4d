package main

import "fmt"

func main() {
	x := 3
	switch {
	case x > 1:
		fmt.Println("a")
	case x > 1:
		fmt.Println("b")
	}
}
