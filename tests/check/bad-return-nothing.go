package main

func one() int {
	return // ERROR "not enough return values"
}

func main() {
}
