package main

import "fmt"

func generator(done <-chan struct{}, integers ...int) <-chan int {
	s := make(chan int)
	go func() {
		defer close(s)
		for _, i := range integers {
			select {
			case <-done:
				return
			case s <- i:
			}
		}
	}()
	return s
}
func stage(done <-chan struct{}, in <-chan int, f func(int) int) <-chan int {
	s := make(chan int)
	go func() {
		defer close(s)
		for i := range in {
			select {
			case <-done:
				return
			case s <- f(i):
			}
		}
	}()
	return s
}
func main() {
	done := make(chan struct{})
	defer close(done)
	mul := func(m int) func(int) int { return func(v int) int { return v * m } }
	add := func(a int) func(int) int { return func(v int) int { return v + a } }
	for v := range stage(done, stage(done, stage(done, generator(done, 1, 2, 3, 4), mul(2)), add(1)), mul(2)) {
		fmt.Println(v)
	}
}
