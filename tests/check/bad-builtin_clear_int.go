package main

func main() {
	n := 1
	clear(n) // ERROR "invalid argument: cannot clear n (variable of type int): argument must be (or constrained by) map or slice"
}
