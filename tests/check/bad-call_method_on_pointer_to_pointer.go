package main

import "fmt"

type cell struct{ v int }

func (c *cell) Set(v int) { c.v = v }

func main() {
	c := &cell{}
	p := &c
	p.Set(3) // ERROR "p.Set undefined (type **cell has no field or"
	fmt.Println(c.v)
}
