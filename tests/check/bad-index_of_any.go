package main

import "fmt"

func main() {
	var v any = []int{1}
	fmt.Println(v[0]) // ERROR "invalid operation: cannot index v (variable of"
}
