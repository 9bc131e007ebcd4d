package main

import (
	"fmt"
	"time"
)

func worker(done <-chan struct{}, pulse time.Duration) (<-chan struct{}, <-chan int) {
	beat, out := make(chan struct{}, 1), make(chan int)
	go func() {
		defer close(out)
		t := time.NewTicker(pulse)
		defer t.Stop()
		for i := 0; ; {
			select {
			case <-done:
				return
			case <-t.C:
				select {
				case beat <- struct{}{}:
				default:
				}
			case out <- i:
				i++
				time.Sleep(pulse / 4)
			}
		}
	}()
	return beat, out
}

func main() {
	done := make(chan struct{})
	beat, out := worker(done, 10*time.Millisecond)
	beats, values := 0, 0
	for values < 8 || beats < 1 {
		select {
		case <-beat:
			beats++
		case <-out:
			values++
		case <-time.After(time.Second):
			fmt.Println("stalled")
			return
		}
	}
	close(done)
	for range out {
	}
	fmt.Println(values >= 8, beats >= 1)
}
