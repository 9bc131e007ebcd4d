package main

func main() {
	n := 3
	n() // ERROR "invalid operation: cannot call non-function n (variable of type int)"
}
