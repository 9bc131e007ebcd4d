// A method of values called through an interface that holds a nil pointer.
package main

import "fmt"

type Celsius float64

func (c Celsius) String() string { return fmt.Sprint(float64(c), "C") }

type Pair[T any] struct{ a, b T }

func (p Pair[T]) String() string { return fmt.Sprint(p.a, p.b) }

var missing *Celsius
var pair *Pair[int]

func try(s fmt.Stringer) {
	defer func() { fmt.Println(recover()) }()
	fmt.Println(s.String())
}

func main() {
	try(missing)
	try(pair)
	warm := Celsius(21)
	try(&warm)
}
