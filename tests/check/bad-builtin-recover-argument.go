package main

func main() {
	recover(1) // ERROR "invalid operation: too many arguments for recover(1) (expected 0, found 1)"
}
