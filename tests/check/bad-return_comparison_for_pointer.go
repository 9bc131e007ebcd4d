package main

import "fmt"

type node struct{ next *node }

func tail(n *node) *node {
	return n.next.next == nil // ERROR "cannot use n.next.next == nil (untyped bool value)"
}

func main() {
	fmt.Println(tail(&node{next: &node{}}))
}
