package main

import "fmt"

func main() {
	out := make(chan int)
	go func() {
		queue := []int{1}
		last := 0
		for {
			best := 0
			for i := range queue {
				if queue[i] < queue[best] {
					best = i
				}
			}
			v := queue[best]
			queue = append(queue[:best], queue[best+1:]...)
			if v == last {
				continue
			}
			last = v
			out <- v
			queue = append(queue, v*2, v*3, v*5)
		}
	}()
	for range 20 {
		fmt.Print(<-out, " ")
	}
	fmt.Println()
}
