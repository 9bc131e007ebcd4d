package main

import "fmt"

func main() {
	var p *int
	x := p ?? 3 // ERROR "invalid character U+003F '?'" "syntax error: unexpected literal 3 at end of"
	fmt.Println(x)
}
