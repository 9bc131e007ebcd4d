package main

import "fmt"

type a struct{ x int }
type b struct{ y int }

func main() {
	fmt.Println(b(a{1})) // ERROR "cannot convert a{…} (value of struct type a) to"
}
