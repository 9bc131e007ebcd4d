package main

import "fmt"

func main() {
	nums := []int{1, 2}
	for _, n := nums { // ERROR "syntax error: cannot use _, n := nums as value"
		fmt.Println(n)
	}
}
