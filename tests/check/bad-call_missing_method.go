package main

type counter struct{ n int }

func main() {
	c := counter{}
	c.Reset() // ERROR "c.Reset undefined (type counter has no field or method Reset)"
}
