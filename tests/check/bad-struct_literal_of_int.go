package main

import "fmt"

func main() {
	n := int{1} // ERROR "invalid composite literal type int"
	fmt.Println(n)
}
