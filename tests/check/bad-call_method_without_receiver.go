package main

import "fmt"

type door struct{ open bool }

func (d door) State() bool { return d.open }

func main() {
	fmt.Println(State(door{})) // ERROR "undefined: State"
}
