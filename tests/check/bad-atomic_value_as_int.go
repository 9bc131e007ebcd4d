package main

import "sync/atomic"

func main() {
	var n atomic.Int64
	n++ // ERROR "invalid operation: n++ (non-numeric type atomic.Int64)"
}
