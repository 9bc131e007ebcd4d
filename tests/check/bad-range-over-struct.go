package main

func main() {
	type t struct{}
	for range (t{}) { // ERROR "cannot range over (t{}) (value of struct type t)"
	}
}
