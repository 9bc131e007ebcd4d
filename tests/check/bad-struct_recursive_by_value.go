package main

import "fmt"

type Tree struct { // ERROR "invalid recursive type: Tree refers to itself"
	Value int
	Left  Tree
	Right Tree
}

func main() {
	fmt.Println(Tree{})
}
