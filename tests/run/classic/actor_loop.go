package main

import (
	"fmt"
	"sync"
)

type op struct {
	name  string
	n     int
	reply chan int
}

func account(ops <-chan op) {
	balance := 0
	for o := range ops {
		switch o.name {
		case "deposit":
			balance += o.n
		case "withdraw":
			if balance >= o.n {
				balance -= o.n
			}
		}
		if o.reply != nil {
			o.reply <- balance
		}
	}
}

func main() {
	ops := make(chan op)
	go account(ops)
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			ops <- op{"deposit", 10, nil}
		}()
	}
	wg.Wait()
	r := make(chan int)
	ops <- op{"withdraw", 30, r}
	fmt.Println(<-r)
	ops <- op{"withdraw", 300, r}
	fmt.Println(<-r)
	close(ops)
}
