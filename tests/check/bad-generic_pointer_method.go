package main

import "fmt"

type user struct{}

func (u *user) String() string { return "" }

func show[T fmt.Stringer](v T) { fmt.Println(v.String()) }

func main() {
	show(user{}) // ERROR "in call to show, T (type user) does not satisfy fmt.Stringer (method String has pointer receiver)"
}
