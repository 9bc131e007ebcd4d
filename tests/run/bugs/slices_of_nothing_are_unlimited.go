// Elements without a size need no memory, so only the largest int limits the length.
package main

import (
	"fmt"
	"math"
)

type nothing struct{}

func main() {
	all := make([]nothing, math.MaxInt)
	fmt.Println(len(all) == math.MaxInt, len(all[10:20]))
	more := make([]nothing, 3)
	more = append(more, more...)
	fmt.Println(len(more))
	defer func() { fmt.Println(recover()) }()
	all = append(all, nothing{})
}
