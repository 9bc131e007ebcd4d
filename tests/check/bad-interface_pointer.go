package main

import "fmt"

func use(p *fmt.Stringer) { p.String() } // ERROR "p.String undefined (type *fmt.Stringer is pointer to interface, not interface)"

func main() {
	var s fmt.Stringer
	use(&s)
}
