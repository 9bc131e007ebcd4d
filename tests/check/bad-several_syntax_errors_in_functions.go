package main

import "fmt"

func a() {
	x := 1 +
} // ERROR "syntax error: unexpected }, expected expression"

func b() {
	fmt.Println("a" "b") // ERROR `syntax error: unexpected literal "b" in argument`
}

func main() {
	a()
	b(
} // ERROR "syntax error: unexpected }, expected expression"
