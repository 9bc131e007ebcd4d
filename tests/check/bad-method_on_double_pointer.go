package main

import "fmt"

type node struct{ v int }

func (n **node) Reset() {} // ERROR "invalid receiver type **node"

func main() {
	fmt.Println(node{})
}
