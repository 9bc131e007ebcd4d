package main

import "fmt"

type Shape interface{ Area() float64 }

type circle struct{ r float64 }

func (c *circle) Area() float64 { return 3 * c.r * c.r }

func main() {
	shapes := []Shape{&circle{1}, circle{2}} // ERROR "cannot use circle{…} (value of struct type circle)"
	fmt.Println(len(shapes))
}
