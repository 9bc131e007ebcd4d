package main

import (
	"errors"
	"fmt"
)

type codeError struct{ code int }

func (e codeError) Error() string { return "code" }

func main() {
	var err error = codeError{2}
	if errors.Is(err, codeError) { // ERROR "codeError (type) is not an expression"
		fmt.Println("code")
	}
}
