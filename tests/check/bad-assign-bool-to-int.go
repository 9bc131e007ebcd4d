package main

import "fmt"

func main() {
	var n int = true // ERROR "cannot use true (untyped bool constant) as int value in variable declaration"
	fmt.Println(n)
}
