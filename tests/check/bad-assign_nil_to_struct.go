package main

import "fmt"

type user struct{ name string }

func main() {
	var u user = nil // ERROR "cannot use nil as user value in variable"
	fmt.Println(u)
}
