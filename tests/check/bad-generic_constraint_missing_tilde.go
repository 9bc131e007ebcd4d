package main

import "fmt"

type Number interface{ int | float64 }

type Meters int

func Double[T Number](x T) T { return x * 2 }

func main() {
	fmt.Println(Double(Meters(3))) // ERROR "Meters does not satisfy Number (possibly missing ~"
}
