package main

import "fmt"

func main() {
	n := 1
	fmt.Println(bool(n)) // ERROR "cannot convert n (variable of type int) to type"
}
