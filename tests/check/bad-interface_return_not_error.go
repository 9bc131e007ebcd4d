package main

import "fmt"

type myError struct{ msg string }

func fail() error {
	return myError{"bad"} // ERROR "cannot use myError{…} (value of struct type"
}

func main() {
	fmt.Println(fail())
}
