package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	v := m.Load("a") // ERROR "assignment mismatch: 1 variable but m.Load returns"
	fmt.Println(v)
}
