package main

import "fmt"

func main() {
	s := []int{1}
	s = append(s, "2") // ERROR "cannot use \"2\" (untyped string constant) as int value in argument to append"
	fmt.Println(s)
}
