package main

import "fmt"

func main() {
	var s string = 5 // ERROR "cannot use 5 (untyped int constant) as string value in variable declaration"
	fmt.Println(s)
}
