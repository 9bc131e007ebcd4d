package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	ok := mu.Lock() // ERROR "mu.Lock() (no value) used as value"
	fmt.Println(ok)
}
