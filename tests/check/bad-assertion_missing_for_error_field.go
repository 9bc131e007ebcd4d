package main

import "fmt"

type codeError struct{ code int }

func (e *codeError) Error() string { return "code" }

func run() error { return &codeError{3} }

func main() {
	err := run()
	fmt.Println(err.code) // ERROR "err.code undefined (type error has no field or"
}
