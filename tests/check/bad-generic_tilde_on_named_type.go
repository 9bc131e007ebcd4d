package main

import "fmt"

type ID int

type IDs interface{ ~ID } // ERROR "invalid use of ~ (underlying type of ID is int)"

func Show[T IDs](x T) { fmt.Println(x) }

func main() {
	Show(ID(1)) // ERROR "cannot satisfy IDs (empty type set)"
}
