package main

import "fmt"

type Counter struct{ n int }

func (c *Counter) Inc() { c.n++ }
func (c *Counter) Inc() { c.n += 2 } // ERROR "method Counter.Inc already declared at"

func main() {
	c := &Counter{}
	c.Inc()
	fmt.Println(c.n)
}
