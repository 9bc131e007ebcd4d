package main

import "fmt"

func main() {
	var level int8 = 200 // ERROR "cannot use 200 (untyped int constant) as int8"
	fmt.Println(level)
}
