package main

func name() string { return "" }

func main() {
	name() = "x" // ERROR "cannot assign to name() (neither addressable nor a map index expression)"
}
