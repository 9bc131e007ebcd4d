package main

import "fmt"

func main() {
	var v any = 1
	n, ok, err := v.(int) // ERROR "assignment mismatch: 3 variables but 1 value"
	fmt.Println(n, ok, err)
}
