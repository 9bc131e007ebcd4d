package main

import "fmt"

type user struct {
	name string
	age  int
}

func main() {
	u := user{
		name: "bob",
		age:  12
	}
	fmt.Println(u)
}
