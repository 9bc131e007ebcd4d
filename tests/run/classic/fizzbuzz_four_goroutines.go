package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	type job struct {
		n   int
		out chan string
	}
	mk := func(f func(int) string) chan job {
		c := make(chan job)
		go func() {
			for j := range c {
				j.out <- f(j.n)
			}
		}()
		return c
	}
	fizz := mk(func(int) string { return "fizz" })
	buzz := mk(func(int) string { return "buzz" })
	both := mk(func(int) string { return "fizzbuzz" })
	num := mk(strconv.Itoa)
	var words []string
	out := make(chan string)
	for i := 1; i <= 15; i++ {
		j := job{i, out}
		switch {
		case i%15 == 0:
			both <- j
		case i%3 == 0:
			fizz <- j
		case i%5 == 0:
			buzz <- j
		default:
			num <- j
		}
		words = append(words, <-out)
	}
	fmt.Println(strings.Join(words, " "))
}
