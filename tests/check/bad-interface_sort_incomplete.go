package main

import (
	"fmt"
	"sort"
)

type byAge []int

func (b byAge) Len() int           { return len(b) }
func (b byAge) Less(i, j int) bool { return b[i] < b[j] }

func main() {
	ages := byAge{3, 1, 2}
	sort.Sort(ages) // ERROR "cannot use ages (variable of slice type byAge) as"
	fmt.Println(ages)
}
