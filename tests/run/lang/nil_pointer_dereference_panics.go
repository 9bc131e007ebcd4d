package main

import "fmt"

type Node struct {
	next *Node
	val  int
}

func main() {
	defer func() { fmt.Println("deferred", recover() != nil); var n *Node; fmt.Println(n.next.val) }()
	var n *Node
	fmt.Println(n.val)
}
