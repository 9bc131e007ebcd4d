package main

import (
	"errors"
	"fmt"
)

func load() (n int, err error) {
	if n, err := 3, errors.New("short"); n > 0 { // ERROR "declared and not used: err"
		return // ERROR "result parameter n not in scope at return" "result parameter err not in scope at return"
	}
	return n, err
}

func main() {
	fmt.Println(load())
}
