package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m["a"] = 1 // ERROR "invalid operation: cannot index m (variable of"
	fmt.Println(m["a"]) // ERROR "invalid operation: cannot index m (variable of"
}
