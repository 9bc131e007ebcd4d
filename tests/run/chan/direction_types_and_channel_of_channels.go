package main

import "fmt"

type request struct {
	n     int
	reply chan<- int
}

func server(in <-chan request) {
	for r := range in {
		r.reply <- r.n * r.n
	}
}

func producer(out chan<- int) {
	defer close(out)
	for i := range 3 {
		out <- i
	}
}

func main() {
	in := make(chan request)
	go server(in)
	for i := 1; i <= 3; i++ {
		reply := make(chan int)
		in <- request{i, reply}
		fmt.Println(<-reply)
	}
	close(in)
	c := make(chan int)
	go producer(c)
	var ro <-chan int = c
	for v := range ro {
		fmt.Print(v)
	}
	fmt.Println()
	cc := make(chan chan string, 1)
	inner := make(chan string, 1)
	cc <- inner
	inner <- "through"
	fmt.Println(<-<-cc)
	fmt.Printf("%T %T %T\n", c, ro, cc)
	a, b := make(chan int), make(chan int)
	d := a
	fmt.Println(a == b, a == d, a != nil)
}
