package main

import (
	"fmt"
	"slices"
)

type IDs []int

func (ids IDs) First() int { return ids[0] }

func Clone[S ~[]E, E any](s S) S { return append(S(nil), s...) }

func main() {
	ids := IDs{3, 1}
	c := Clone(ids)
	slices.Sort(c)
	fmt.Println(ids.First(), c.First())
}
