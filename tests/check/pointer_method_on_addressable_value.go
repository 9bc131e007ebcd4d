package main

import "fmt"

type counter struct{ n int }

func (c *counter) Inc() { c.n++ }

func main() {
	var c counter
	c.Inc()
	list := []counter{{1}, {2}}
	list[0].Inc()
	fmt.Println(c, list)
}
