package main

import "fmt"

func main() {
	name := "ann"
	fmt.Println(f"hello {name}") // ERROR `syntax error: unexpected literal "hello {name}" in`
}
