package main

import "fmt"

func main() {
	a := ''  // ERROR "empty rune literal or unescaped '"
	b := "\q" // ERROR "unknown escape"
	c := 08 // ERROR "invalid digit '8' in octal literal"
	fmt.Println(a, b, c)
}
