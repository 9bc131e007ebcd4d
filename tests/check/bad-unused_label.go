package main

import "fmt"

func main() {
outer: // ERROR "label outer defined and not used"
	for i := range 3 {
		for j := range 3 {
			if j == 1 {
				continue
			}
			fmt.Println(i, j)
		}
	}
}
