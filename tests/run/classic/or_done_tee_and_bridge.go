package main

import "fmt"

func orDone[T any](done <-chan struct{}, c <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case v, ok := <-c:
				if !ok {
					return
				}
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func tee[T any](done <-chan struct{}, in <-chan T) (<-chan T, <-chan T) {
	a, b := make(chan T), make(chan T)
	go func() {
		defer close(a)
		defer close(b)
		for v := range orDone(done, in) {
			x, y := a, b
			for range 2 {
				select {
				case <-done:
				case x <- v:
					x = nil
				case y <- v:
					y = nil
				}
			}
		}
	}()
	return a, b
}

func bridge[T any](done <-chan struct{}, cs <-chan <-chan T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for c := range orDone(done, cs) {
			for v := range orDone(done, c) {
				select {
				case out <- v:
				case <-done:
				}
			}
		}
	}()
	return out
}

func gen(vs ...int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for _, v := range vs {
			c <- v
		}
	}()
	return c
}

func main() {
	done := make(chan struct{})
	defer close(done)
	a, b := tee(done, gen(1, 2, 3))
	for v := range a {
		fmt.Println(v, <-b)
	}
	cs := make(chan (<-chan int))
	go func() {
		defer close(cs)
		for i := range 3 {
			cs <- gen(i, i*10)
		}
	}()
	for v := range bridge(done, cs) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}
