package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.mutex // ERROR "undefined: sync.mutex"
	mu.Lock()
	fmt.Println("locked")
}
