package main

import "fmt"

type list struct {
	value int
	next  *list
}

func (l *list) Len() int {
	if l == nil {
		return 0
	}
	return 1 + l.next.Len()
}

func main() {
	var empty *list
	fmt.Println(empty.Len(), (&list{1, nil}).Len())
}
