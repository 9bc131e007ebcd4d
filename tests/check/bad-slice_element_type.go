package main

import "fmt"

func main() {
	s := []int{1, "two"} // ERROR "cannot use \"two\" (untyped string constant) as int value in array or slice literal"
	fmt.Println(s)
}
