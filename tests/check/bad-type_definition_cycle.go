package main

import "fmt"

type chicken egg // ERROR "invalid recursive type chicken"
type egg chicken

func main() {
	var c chicken
	fmt.Println(c)
}
