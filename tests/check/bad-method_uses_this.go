package main

import "fmt"

type counter struct{ n int }

func (c *counter) Inc() {
	this.n++ // ERROR "undefined: this"
}

func main() {
	c := counter{}
	c.Inc()
	fmt.Println(c)
}
