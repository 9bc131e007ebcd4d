package main

import (
	"errors"
	"fmt"
)

func open(name string) error {
	return errors.New("cannot open %s", name) // ERROR "too many arguments in call to errors.New"
}

func main() {
	fmt.Println(open("a"))
}
