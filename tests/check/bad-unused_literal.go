package main

func main() {
	"just a string" // ERROR "\"just a string\" (untyped string constant) is not used"
}
