package main

import "fmt"

func main() {
	🚀 := 3 // ERROR "invalid character U+1F680 '🚀' in identifier"
	fmt.Println(🚀) // ERROR "invalid character U+1F680 '🚀' in identifier"
}
