package main

import "fmt"

func main() {
	m := map[string]struct{ n int }{}
	m["a"].n = 1 // ERROR "cannot assign to struct field m[\"a\"].n in map"
	fmt.Println(m)
}
