package main

import "fmt"

type Base struct{ ID int }
type Item struct {
	Base
	Name string
}

func main() {
	fmt.Println(Item{ID: 1, Name: "pen"}) // ERROR "unknown field ID in struct literal of type Item"
}
