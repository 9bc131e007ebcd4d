package main

import "fmt"

type Ints interface{ int | ~int } // ERROR "overlapping terms ~int and int"

func Add[T Ints](a, b T) T { return a + b }

func main() {
	fmt.Println(Add(1, 2))
}
