package main

import "fmt"

const ratio = 2.5

func main() {
	items := make([]int, 0, 4)
	for i := 0; i < ratio; i++ { // ERROR "ratio (untyped float constant 2.5) truncated to"
		items = append(items, i)
	}
	fmt.Println(items)
}
