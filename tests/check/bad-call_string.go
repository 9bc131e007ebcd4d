package main

func main() {
	s := "fmt"
	s("x") // ERROR "invalid operation: cannot call non-function s (variable of type string)"
}
