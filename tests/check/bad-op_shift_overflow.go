package main

import "fmt"

func main() {
	var flags int32 = 1 << 40 // ERROR "cannot use 1 << 40 (untyped int constant"
	fmt.Println(flags)
}
