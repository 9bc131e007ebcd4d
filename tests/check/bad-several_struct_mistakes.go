package main

import "fmt"

type order struct {
	id    int
	total float64
}

func main() {
	o := order{id: "1", sum: 3} // ERROR `cannot use "1" (untyped string constant) as int` "unknown field sum in struct literal of type order"
	o.total = "3" // ERROR `cannot use "3" (untyped string constant) as`
	o.pay() // ERROR "o.pay undefined (type order has no field or method"
	var p *order = o // ERROR "cannot use o (variable of struct type order) as"
	fmt.Println(o.missing, p) // ERROR "o.missing undefined (type order has no field or"
}
