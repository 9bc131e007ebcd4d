package main

import "fmt"

func main() {
	var a, b, c int = 1, 2 // ERROR "missing init expr for c"
	fmt.Println(a, b, c)
}
