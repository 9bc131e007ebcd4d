package main

import "fmt"

type left struct{ id int }
type right struct{ id int }
type both struct {
	left
	right
}

func main() {
	b := both{}
	fmt.Println(b.id) // ERROR "ambiguous selector b.id"
}
