package main

import "fmt"

func main() {
	n := 4
	kind := n%2 == 0 ? "even" : "odd" // ERROR "invalid character U+003F '?'" `syntax error: unexpected literal "even" at end of`
	fmt.Println(kind)
}
