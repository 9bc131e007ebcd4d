package main

import "fmt"

type counter struct{ n int }

func (counter) Inc() {
	self.n++ // ERROR "undefined: self"
}

func main() {
	c := counter{}
	c.Inc()
	fmt.Println(c)
}
