package main

import (
	"errors"
	"fmt"
)

type big struct {
	a [100]int
	s string
}

func main() {
	c1 := make(chan struct{ x, y int }, 1)
	c1 <- struct{ x, y int }{1, 2}
	fmt.Println(<-c1)
	c2 := make(chan []int, 1)
	s := []int{1}
	c2 <- s
	s[0] = 9
	fmt.Println(<-c2)
	c3 := make(chan interface{}, 3)
	c3 <- 1
	c3 <- "x"
	c3 <- nil
	fmt.Println(<-c3, <-c3, <-c3)
	c4 := make(chan func() string, 1)
	c4 <- func() string { return "called" }
	fmt.Println((<-c4)())
	c5 := make(chan big, 1)
	b := big{s: "big"}
	b.a[99] = 7
	c5 <- b
	b.a[99] = 8
	r := <-c5
	fmt.Println(r.a[99], r.s)
	c6 := make(chan struct{}, 2)
	c6 <- struct{}{}
	fmt.Println(len(c6), <-c6)
	c7 := make(chan error)
	go func() { c7 <- errors.New("oops") }()
	fmt.Println(<-c7)
	c8 := make(chan [3]string, 1)
	c8 <- [3]string{"a", "b", "c"}
	fmt.Println((<-c8)[1])
	c9 := make(chan *big)
	go func() { c9 <- &b }()
	fmt.Println((<-c9).s)
	c10 := make(chan map[string]int, 1)
	c10 <- map[string]int{"k": 1}
	fmt.Println(<-c10)
}
