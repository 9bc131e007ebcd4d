package main

import "fmt"

func main() {
	in, out := make(chan int), make(chan int)
	done := make(chan bool)
	go func() {
		for i := range 3 {
			in <- i
		}
		close(in)
	}()
	go func() {
		for v := range out {
			fmt.Println("out", v)
		}
		close(done)
	}()
	var queue []int
	src := in
	for src != nil || len(queue) > 0 {
		var send chan int
		var head int
		if len(queue) > 0 {
			send, head = out, queue[0]
		}
		select {
		case v, ok := <-src:
			if !ok {
				src = nil
				continue
			}
			queue = append(queue, v*10)
		case send <- head:
			queue = queue[1:]
		}
	}
	close(out)
	<-done
}
