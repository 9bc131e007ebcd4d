package main

import "fmt"

func main() {
	for n < 10 { // ERROR "undefined: n"
		fmt.Println(n) // ERROR "undefined: n"
		n++ // ERROR "undefined: n"
	}
}
