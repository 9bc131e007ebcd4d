// Two goroutines hand a number to and fro over unbuffered channels. One operation is one round trip.
package main

import (
	"os"
	"strconv"
)

func main() {
	n, _ := strconv.Atoi(os.Args[1])
	there, back := make(chan int), make(chan int)
	go func() {
		for v := range there {
			back <- v + 1
		}
		close(back)
	}()
	v := 0
	for i := 0; i < n; i++ {
		there <- v
		v = <-back
	}
	close(there)
	if v != n {
		panic("lost a number")
	}
}
