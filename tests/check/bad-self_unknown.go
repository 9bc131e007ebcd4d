package main

type counter struct{ n int }

func (c *counter) inc() { self.n++ } // ERROR "undefined: self"

func main() {
	c := counter{}
	c.inc()
}
