package main

import "fmt"

func main() {
	fmt.Println(total) // ERROR "undefined: total"
	total = total + 1 // ERROR "undefined: total"
}
