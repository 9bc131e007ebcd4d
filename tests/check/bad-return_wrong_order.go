package main

import (
	"errors"
	"fmt"
)

func load() (string, error) {
	return errors.New("no file"), "" // ERROR `cannot use errors.New("no file") (value of` `cannot use "" (constant of type string) as error`
}

func main() {
	fmt.Println(load())
}
