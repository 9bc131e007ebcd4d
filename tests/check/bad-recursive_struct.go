package main

type node struct { // ERROR "invalid recursive type: node refers to itself"
	value int
	next  node
}

func main() {
}
