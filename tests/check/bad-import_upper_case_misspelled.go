package main

import "fmt"

func main() {
	fmt.PrintLn("hello") // ERROR "undefined: fmt.PrintLn"
}
