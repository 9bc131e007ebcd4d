package main

import "fmt"

type node struct{ v int }
type ref *node

func (r ref) Value() int { return r.v } // ERROR "invalid receiver type ref (pointer or interface"

func main() {
	fmt.Println(ref(nil) == nil)
}
