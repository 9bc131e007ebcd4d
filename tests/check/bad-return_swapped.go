package main

func div() (int, error) {
	return nil, 1 // ERROR "cannot use nil as int value in return statement" "cannot use 1 (constant of type int) as error value in return statement: int does not implement error (missing method Error)"
}

func main() {
}
