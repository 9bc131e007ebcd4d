package main

import "sync/atomic"

func main() {
	var n int
	atomic.AddInt64(&n, 1) // ERROR "cannot use &n (value of type *int) as *int64 value in argument to atomic.AddInt64"
}
