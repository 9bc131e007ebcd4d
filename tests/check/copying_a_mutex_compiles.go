package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	copied := mu
	copied.Lock()
	fmt.Println("vet would warn")
}
