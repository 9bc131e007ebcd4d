package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() {}()
	defer fmt.Println("deferred in main")
	runtime.Goexit()
}
