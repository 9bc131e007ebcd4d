package main

import "fmt"

type car struct{ speed int }

func main() {
	c := car{}
	c.colour = "red" // ERROR "c.colour undefined (type car has no field or"
	fmt.Println(c)
}
