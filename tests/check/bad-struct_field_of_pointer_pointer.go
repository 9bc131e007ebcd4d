package main

import "fmt"

type user struct{ name string }

func main() {
	u := &user{"ann"}
	pp := &u
	fmt.Println(pp.name) // ERROR "pp.name undefined (type **user has no field or"
}
