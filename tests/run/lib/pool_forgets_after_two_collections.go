// What lies in a sync.Pool does not survive two collections.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	pool := sync.Pool{New: func() any { return "new" }}
	pool.Put("used")
	runtime.GC()
	runtime.GC()
	fmt.Println(pool.Get())
}
