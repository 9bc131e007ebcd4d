package main

import (
	"fmt"
	"sync"
)

type guarded struct {
	mu sync.Mutex
	n  int
}

func main() {
	g := &guarded{}
	fmt.Println(g.n)
}
