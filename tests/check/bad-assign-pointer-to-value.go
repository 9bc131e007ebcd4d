package main

import "fmt"

func main() {
	n := 1
	var m int = &n // ERROR "cannot use &n (value of type *int) as int value in variable declaration"
	fmt.Println(m)
}
