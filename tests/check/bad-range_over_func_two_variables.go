package main

import (
	"fmt"
	"iter"
)

func main() {
	var seq iter.Seq[int]
	for a, b := range seq { // ERROR "range over seq (variable of func type iter.Seq[int]) permits only one iteration variable"
		fmt.Println(a, b)
	}
}
