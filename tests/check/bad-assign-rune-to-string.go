package main

import "fmt"

func main() {
	var s string = 'a' // ERROR "cannot use 'a' (untyped rune constant 97) as string value in variable declaration"
	fmt.Println(s)
}
