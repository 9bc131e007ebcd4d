package main

import (
	"fmt"
	_ "sort"
)

var _ = fmt.Sprint("checked")
var _ fmt.Stringer = (*name)(nil)

type name string

func (n *name) String() string { return string(*n) }

func main() {
	_, _ = fmt.Println("blank")
}
