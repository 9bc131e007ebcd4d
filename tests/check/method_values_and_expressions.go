package main

import "fmt"

type counter struct{ n int }

func (c *counter) Add(d int) int { c.n += d; return c.n }

func main() {
	c := counter{}
	f := c.Add
	g := (*counter).Add
	fmt.Println(f(1), g(&c, 2))
}
