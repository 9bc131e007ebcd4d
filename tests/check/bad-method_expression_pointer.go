package main

type counter struct{ n int }

func (c *counter) inc() { c.n++ }

func main() {
	f := counter.inc // ERROR "invalid method expression counter.inc (needs pointer receiver (*counter).inc)"
	_ = f
}
