package main

import "fmt"

type user struct {
	name string
}

func main() {
	u := user{name = "bob"} // ERROR "syntax error: unexpected = in composite literal;"
	fmt.Println(u)
}
