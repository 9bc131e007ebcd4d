package main

import "fmt"

type robot struct{}

func (robot) Walk() {}

func main() {
	r := robot{}
	r.Walk = func() {} // ERROR "cannot assign to r.Walk (neither addressable nor a"
	fmt.Println(r)
}
