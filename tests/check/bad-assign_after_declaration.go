package main

import "fmt"

func main() {
	n := 1
	n = "two" // ERROR "cannot use \"two\" (untyped string constant) as int value in assignment"
	fmt.Println(n)
}
