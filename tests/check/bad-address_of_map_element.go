package main

import "fmt"

func main() {
	m := map[string]int{}
	p := &m["a"] // ERROR "invalid operation: cannot take address of m[\"a\"] (map index expression of type int)"
	fmt.Println(p)
}
