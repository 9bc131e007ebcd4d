package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock // ERROR "expression in defer must be function call"
	fmt.Println("locked")
}
