package main

import "fmt"

func main() {
	for i := range 3 {
		go func() {
			fmt.Println("x")
		}(i) // ERROR "too many arguments in call to func() {…}"
	}
}
