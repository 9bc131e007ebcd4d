package main

import "fmt"

type counter struct{ n int }

func (c *counter) inc() { c.n++ }

func main() {
	m := map[string]counter{"a": {}}
	m["a"].inc() // ERROR "cannot call pointer method inc on counter"
	fmt.Println(m)
}
