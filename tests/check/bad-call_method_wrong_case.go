package main

import "fmt"

type lamp struct{ on bool }

func (l *lamp) Toggle() { l.on = !l.on }

func main() {
	l := &lamp{}
	l.toggle() // ERROR "l.toggle undefined (type *lamp has no field or"
	fmt.Println(l)
}
