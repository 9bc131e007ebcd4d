package main

import (
	"fmt", // ERROR "syntax error: unexpected comma in grouped"
	"os"
)

func main() {
	fmt.Println("hello")
	os.Exit(0)
}
