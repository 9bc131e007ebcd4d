package main

import "fmt"

func main() {
	a := []int{1}
	b := []int{2, 3}
	a = append(a, b) // ERROR "cannot use b (variable of type []int) as int value"
	fmt.Println(a)
}
