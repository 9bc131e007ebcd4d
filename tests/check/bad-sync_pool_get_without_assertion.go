package main

import (
	"fmt"
	"sync"
)

func main() {
	pool := sync.Pool{New: func() any { return new(int) }}
	var p *int = pool.Get() // ERROR "cannot use pool.Get() (value of interface type"
	fmt.Println(*p)
}
