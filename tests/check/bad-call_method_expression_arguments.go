package main

import "fmt"

type door struct{ open bool }

func (d door) State() bool { return d.open }

func main() {
	fmt.Println(door.State()) // ERROR "not enough arguments in call to door.State"
}
