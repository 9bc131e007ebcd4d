package main

import "fmt"

type Stack []int

type Stack struct{ items []int } // ERROR "Stack redeclared in this block"

func main() {
	fmt.Println(Stack{})
}
