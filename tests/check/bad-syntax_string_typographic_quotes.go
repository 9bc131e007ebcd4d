package main

import "fmt"

func main() {
	fmt.Println(“hello”) // ERROR "invalid character U+201C '“' in identifier" "invalid character U+201D '”' in identifier"
}
