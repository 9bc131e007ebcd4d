package main

import "fmt"

type tree struct {
	kids []tree
	up   *tree
	by   map[string]tree
}
type handler func(handler) handler
type list []list

func main() {
	var h handler
	fmt.Println(len(tree{}.kids), h == nil, len(list{list{}}))
}
