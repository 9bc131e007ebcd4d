package main

import (
	"errors"
	"fmt"
)

func main() {
	if len("a") > 2 {
		throw errors.New("too long") // ERROR "syntax error: unexpected name errors at end of"
	}
	fmt.Println("x")
}
