package main

type counter struct{ n int }

func (c *counter) inc() { c.n++ }

func main() {
	counter{}.inc() // ERROR "cannot call pointer method inc on counter"
}
