package main

import "fmt"

func gen(xs ...int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for _, x := range xs {
			c <- x
		}
	}()
	return c
}
func merge(a, b <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		x, okx := <-a
		y, oky := <-b
		for okx || oky {
			if okx && (!oky || x <= y) {
				out <- x
				x, okx = <-a
			} else {
				out <- y
				y, oky = <-b
			}
		}
	}()
	return out
}
func main() {
	for v := range merge(merge(gen(1, 5, 9), gen(2, 2, 10)), merge(gen(), gen(3, 4))) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}
