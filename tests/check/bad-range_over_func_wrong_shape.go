package main

import "fmt"

func main() {
	for x := range func() {} { // ERROR "cannot range over func() {} (value of type func()): func must be func(yield func(...) bool): wrong argument count"
		fmt.Println(x)
	}
}
