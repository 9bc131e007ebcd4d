package main

import (
	"fmt"
	"math"
	"math/rand"
)

func main() {
	const workers, n = 4, 20000
	c := make(chan int)
	for w := range workers {
		go func() {
			r := rand.New(rand.NewSource(int64(w)))
			in := 0
			for range n {
				x, y := r.Float64(), r.Float64()
				if x*x+y*y < 1 {
					in++
				}
			}
			c <- in
		}()
	}
	sum := 0
	for range workers {
		sum += <-c
	}
	pi := 4 * float64(sum) / (workers * n)
	fmt.Println(sum, math.Abs(pi-math.Pi) < 0.02)
}
