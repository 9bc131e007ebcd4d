package main

type myErr struct{}

func f() error {
	return myErr{} // ERROR "cannot use myErr{} (value of struct type myErr) as error value in return statement: myErr does not implement error (missing method Error)"
}

func main() {
}
