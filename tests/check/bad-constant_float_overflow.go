package main

import "fmt"

func main() {
	var f float32 = 1e40 // ERROR "cannot use 1e40 (untyped float constant 1e+40) as"
	fmt.Println(f)
}
