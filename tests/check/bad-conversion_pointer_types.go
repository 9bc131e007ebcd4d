package main

import "fmt"

func main() {
	x := 3
	p := (*float64)(&x) // ERROR "cannot convert &x (value of type *int) to type"
	fmt.Println(*p)
}
