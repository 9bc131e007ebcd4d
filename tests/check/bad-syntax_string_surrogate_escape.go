package main

import "fmt"

func main() {
	fmt.Println("\ud800") // ERROR "escape is invalid Unicode code point U+D800"
}
