package main

import "fmt"

type base struct{ ID int }

type item struct {
	*base
	Name string `json:"name"`
	_    int
}

func main() {
	it := item{base: &base{3}, Name: "pen"}
	it.ID++
	fmt.Println(it.ID, it.Name)
}
