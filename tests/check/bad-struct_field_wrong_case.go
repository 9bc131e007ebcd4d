package main

import "fmt"

type User struct{ Name string }

func main() {
	u := User{"ann"}
	fmt.Println(u.name) // ERROR "u.name undefined (type User has no field or method"
}
