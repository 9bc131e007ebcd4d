package main

import "fmt"

type User struct {
	Name string
	Age  int
}

func main() {
	u := User{Name: "ann", Email: "a@b.c"} // ERROR "unknown field Email in struct literal of type User"
	fmt.Println(u)
}
