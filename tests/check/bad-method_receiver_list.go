package main

import "fmt"

type a struct{}

func (x a, y a) Both() {} // ERROR "method has multiple receivers"

func main() {
	fmt.Println(a{})
}
