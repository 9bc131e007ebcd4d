package main

import "fmt"

const huge = 1 << 64

func main() {
	fmt.Println(huge) // ERROR "cannot use huge (untyped int constant"
}
