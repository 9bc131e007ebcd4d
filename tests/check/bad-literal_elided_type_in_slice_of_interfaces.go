package main

import "fmt"

func main() {
	values := []any{{1}, {2}} // ERROR "invalid composite literal element type any"
	fmt.Println(values)
}
