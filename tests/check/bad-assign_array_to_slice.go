package main

import "fmt"

func main() {
	arr := [3]int{1, 2, 3}
	var s []int = arr // ERROR "cannot use arr (variable of type [3]int) as []int"
	fmt.Println(s)
}
