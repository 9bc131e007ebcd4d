package main

import "fmt"

type Order struct {
	ID    int
	Items []Item // ERROR "undefined: Item"
}

func main() {
	fmt.Println(Order{ID: 1})
}
