package main

type t struct{}

func get() *t {
	return t{} // ERROR "cannot use t{} (value of struct type t) as *t value in return statement"
}

func main() {
}
