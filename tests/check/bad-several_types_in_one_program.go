package main

import "fmt"

func add(a, b int) int { return a + b }

func main() {
	var name string = 3 // ERROR "cannot use 3 (untyped int constant) as string"
	total := add("1", 2) // ERROR "declared and not used: total" `cannot use "1" (untyped string constant) as int`
	unused := true // ERROR "declared and not used: unused"
	fmt.Println(name+1, totl) // ERROR "invalid operation: name + 1 (mismatched types" "undefined: totl"
}
