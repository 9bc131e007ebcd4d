package main

func run() {
	return 1 // ERROR "too many return values"
}

func main() {
}
