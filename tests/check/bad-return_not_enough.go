package main

func pair() (int, error) {
	return 1 // ERROR "not enough return values"
}

func main() {
}
