package main

import "fmt"

func main() {
	s := []int{1}
	fmt.Println(s["0"]) // ERROR "cannot convert \"0\" (untyped string constant) to type int"
}
