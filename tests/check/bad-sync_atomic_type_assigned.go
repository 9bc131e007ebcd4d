package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var ready atomic.Bool
	ready = true // ERROR "cannot use true (untyped bool constant) as"
	fmt.Println(ready.Load())
}
