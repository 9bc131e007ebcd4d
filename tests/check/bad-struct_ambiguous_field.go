package main

import "fmt"

type a struct{ n int }

type b struct{ n int }

type c struct {
	a
	b
}

func main() {
	var c c
	fmt.Println(c.n) // ERROR "ambiguous selector c.n"
}
