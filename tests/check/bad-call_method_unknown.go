package main

import "fmt"

type door struct{ open bool }

func (d *door) Open() { d.open = true }

func main() {
	d := &door{}
	d.Close() // ERROR "d.Close undefined (type *door has no field or"
	fmt.Println(d)
}
