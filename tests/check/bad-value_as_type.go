package main

import "fmt"

func main() {
	count := 3
	var x count // ERROR "count is not a type"
	fmt.Println(x)
}
