package main

import "fmt"

func main() {
	list := []int{1, "two", 3} // ERROR `cannot use "two" (untyped string constant) as int`
	fmt.Println(list)
}
