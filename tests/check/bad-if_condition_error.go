package main

import (
	"errors"
	"fmt"
)

func main() {
	err := errors.New("x")
	if err { // ERROR "non-boolean condition in if statement"
		fmt.Println("failed")
	}
}
