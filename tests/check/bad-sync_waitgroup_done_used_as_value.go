package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	left := wg.Done() // ERROR "wg.Done() (no value) used as value"
	fmt.Println(left)
}
