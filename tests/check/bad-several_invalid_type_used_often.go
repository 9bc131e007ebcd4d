package main

import "fmt"

type job struct {
	owner Person // ERROR "undefined: Person"
}

func (j job) run(p Person) Person { return p } // ERROR "undefined: Person"

func main() {
	j := job{}
	j.run(j.owner).Name = "x"
	fmt.Println(j)
}
