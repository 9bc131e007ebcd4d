package main

func main() {
	s := []int{}
	s <- 1 // ERROR "invalid operation: cannot send to non-channel s (variable of type []int)"
}
