package main

import "fmt"

func main() {
	var mask uint8 = ^0 // ERROR "cannot use ^0 (untyped int constant -1) as uint8"
	fmt.Println(mask)
}
