package main

import "fmt"

func main() {
	c := make(chan int)
	quit := make(chan struct{})
	go func() {
		for i := range 5 {
			c <- i
		}
		close(quit)
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-c:
			if v == 1 {
				break
			}
			sum += v
		case <-quit:
			break loop
		}
	}
	fmt.Println(sum)
}
