package main

import (
	"fmt"
	"sync"
)

func main() {
	made := 0
	p := sync.Pool{New: func() any { made++; return new([]byte) }}
	a := p.Get().(*[]byte)
	fmt.Println(made, a != nil)
	var q sync.Pool
	fmt.Println(q.Get())
	b := p.Get()
	fmt.Println(made, b != nil)
}
