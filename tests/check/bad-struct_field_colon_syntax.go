package main

import "fmt"

type user struct {
	name: string // ERROR "syntax error: unexpected :, expected type"
	age: int
}

func main() {
	fmt.Println(user{})
}
