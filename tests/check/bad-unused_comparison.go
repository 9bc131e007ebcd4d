package main

func main() {
	x := 1
	x == 2 // ERROR "x == 2 (untyped bool value) is not used"
}
