package main

import "fmt"

type user struct{ name string }

func main() {
	fmt.Println(user.name) // ERROR "user.name undefined (type user has no method name)"
}
