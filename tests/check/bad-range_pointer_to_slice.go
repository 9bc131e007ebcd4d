package main

import "fmt"

func main() {
	nums := &[]int{1, 2}
	for i, n := range nums { // ERROR "cannot range over nums (variable of type *[]int)"
		fmt.Println(i, n)
	}
}
