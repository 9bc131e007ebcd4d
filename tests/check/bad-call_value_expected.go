package main

import "fmt"

type counter struct{ n int }

func show(c counter) { fmt.Println(c.n) }

func main() {
	c := &counter{}
	show(c) // ERROR "cannot use c (variable of type *counter) as counter value in argument to show"
}
