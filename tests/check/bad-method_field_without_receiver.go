package main

import "fmt"

type counter struct{ n int }

func (c *counter) Inc() {
	n++ // ERROR "undefined: n"
}

func main() {
	c := counter{}
	c.Inc()
	fmt.Println(c)
}
