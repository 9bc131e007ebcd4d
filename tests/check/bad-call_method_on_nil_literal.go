package main

func main() {
	nil.Error() // ERROR "nil.Error undefined (type untyped nil has no field or method Error)"
}
