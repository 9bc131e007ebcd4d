package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n int64
	atomic.AddInt64(n, 1) // ERROR "cannot use n (variable of type int64) as *int64"
	fmt.Println(n)
}
