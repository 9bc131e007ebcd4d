package main

import "fmt"

type counter struct{ n int }

func (c *counter) inc() int { c.n++; return c.n }

func main() {
	fmt.Println(counter{}.inc()) // ERROR "cannot call pointer method inc on counter"
}
