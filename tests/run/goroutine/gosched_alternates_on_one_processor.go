package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	done := make(chan bool)
	go func() {
		for range 3 {
			fmt.Println("goroutine")
			runtime.Gosched()
		}
		done <- true
	}()
	for range 3 {
		fmt.Println("main")
		runtime.Gosched()
	}
	<-done
}
