package main

import "fmt"

type user struct {
	name string
	age  int
}

func main() {
	fmt.Println(user{name: "bob", age: "12"}) // ERROR `cannot use "12" (untyped string constant) as int`
}
