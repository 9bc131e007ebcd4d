package main

func main() {
	var f func(int) = func(s string) {} // ERROR "cannot use func(s string) {} (value of type func(s string)) as func(int) value in variable declaration"
	_ = f
}
