package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumCPU() > 0, runtime.GOMAXPROCS(0) > 0, runtime.Version() != "")
	old := runtime.GOMAXPROCS(2)
	fmt.Println(old > 0, runtime.GOMAXPROCS(0))
	runtime.GC()
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	_, _, line, ok := runtime.Caller(0)
	fmt.Println(line, ok)
}
