package main

import (
	"errors"
	"fmt"
)

func load() (int, error) { return 0, errors.New("no file") }

func main() {
	var err error
	if true {
		n, err := load() // ERROR "declared and not used: err"
		fmt.Println(n)
	}
	fmt.Println(err)
}
