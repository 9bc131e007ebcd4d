package main

import (
	"fmt"
)

type Message struct {
	str  string
	wait chan bool
}

func boring(msg string) <-chan Message {
	c := make(chan Message)
	w := make(chan bool)
	go func() {
		for i := 0; ; i++ {
			c <- Message{fmt.Sprintf("%s %d", msg, i), w}
			<-w
		}
	}()
	return c
}
func fanIn(in1, in2 <-chan Message) <-chan Message {
	c := make(chan Message)
	go func() {
		for {
			select {
			case s := <-in1:
				c <- s
			case s := <-in2:
				c <- s
			}
		}
	}()
	return c
}
func main() {
	joe, ann := boring("Joe"), boring("Ann")
	c := fanIn(joe, ann)
	seen := map[string]int{}
	for range 5 {
		a := <-c
		b := <-c
		seen[a.str]++
		seen[b.str]++
		a.wait <- true
		b.wait <- true
	}
	fmt.Println(len(seen), seen["Joe 4"], seen["Ann 4"])
}
