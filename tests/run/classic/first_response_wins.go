//test: seeds=200 reach=2

package main

import (
	"fmt"
	"runtime"
)

func main() {
	c := make(chan string, 3)
	for _, s := range []string{"one", "two", "three"} {
		go func() { work(); c <- s }()
	}
	fmt.Println(<-c)
}

// work takes its turns with the other goroutines.
func work() {
	for range 20 {
		runtime.Gosched()
	}
}
