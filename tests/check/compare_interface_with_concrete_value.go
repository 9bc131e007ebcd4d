package main

import (
	"errors"
	"fmt"
)

type code int

func main() {
	var v any = code(3)
	err := errors.New("x")
	fmt.Println(v == code(3), v == 3, err == nil, err != errors.New("x"))
}
