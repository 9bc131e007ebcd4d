package main

import "fmt"

func show(s fmt.Stringer) { fmt.Println(s) }

func main() {
	show(3) // ERROR "cannot use 3 (constant of type int) as fmt.Stringer value in argument to show: int does not implement fmt.Stringer (missing method String)"
}
