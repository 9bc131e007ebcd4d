package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n atomic.Int64
	n++ // ERROR "invalid operation: n++ (non-numeric type"
	fmt.Println(n.Load())
}
