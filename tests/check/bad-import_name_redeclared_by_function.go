package main

import (
	"fmt"
	"sort" // ERROR `"sort" imported and not used`
)

func sort(xs []int) []int { return xs } // ERROR "sort already declared through import of package"

func main() {
	fmt.Println(sort([]int{2, 1})) // ERROR "use of package sort not in selector"
}
