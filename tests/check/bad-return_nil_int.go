package main

func n() int {
	return nil // ERROR "cannot use nil as int value in return statement"
}

func main() {
}
