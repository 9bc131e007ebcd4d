package main

import (
	"fmt"
	"sync"
)

type cache struct {
	*sync.Mutex
	data map[string]int
}

func main() {
	c := cache{&sync.Mutex{}, map[string]int{}}
	c.Lock()
	c.data["a"]++
	c.Unlock()
	fmt.Println(c.data)
}
