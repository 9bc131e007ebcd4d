package main

import "fmt"

func main() {
	type meters int
	type feet int
	var m meters = 1
	var f feet = 2
	fmt.Println(m + f) // ERROR "invalid operation: m + f (mismatched types meters and feet)"
}
