package main

import "fmt"

func main() {
	var names []string
	ids := []int{}
	names = append(ids, 1) // ERROR "cannot use append(ids, 1) (value of type []int) as"
	fmt.Println(names)
}
