package main

func f(n int) {
	var n int // ERROR "n redeclared in this block"
	_ = n
}

func main() {
}
