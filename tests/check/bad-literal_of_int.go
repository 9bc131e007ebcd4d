package main

import "fmt"

func main() {
	n := int{3} // ERROR "invalid composite literal type int"
	fmt.Println(n)
}
