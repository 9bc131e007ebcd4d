package main

import "fmt"

func main() {
	a, b := []int{1}, []int{2}
	a = append(a, b) // ERROR "cannot use b (variable of type []int) as int value in argument to append"
	fmt.Println(a)
}
