package main

import "fmt"

type Counter struct{ n int }

func (c *Counter) Inc() int  { c.n++; return c.n }
func (c Counter) Get() int   { return c.n }
func apply(f func() int) int { return f() }

func main() {
	c := Counter{}
	inc := c.Inc
	get := c.Get
	inc()
	inc()
	fmt.Println(c.n, get(), c.Get(), apply(c.Inc), apply(c.Get))
	fs := []func() int{c.Inc, c.Get}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var i interface{ Inc() int } = &c
	h := i.Inc
	fmt.Println(h(), c.n)
	defer fmt.Println("deferred sees", c.Get())
	c.Inc()
}
