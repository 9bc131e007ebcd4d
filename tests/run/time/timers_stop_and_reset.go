package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	fmt.Println(t.Reset(5 * time.Millisecond))
	<-t.C
	fmt.Println("fired", t.Stop())
	fmt.Println(t.Reset(time.Millisecond))
	time.Sleep(3 * time.Millisecond)
	fmt.Println(t.Reset(time.Hour))
	select {
	case <-t.C:
		fmt.Println("stale value")
	default:
		fmt.Println("no stale value")
	}
	ran := make(chan bool)
	f := time.AfterFunc(time.Millisecond, func() { ran <- true })
	<-ran
	fmt.Println(f.Stop(), f.Reset(time.Millisecond))
	<-ran
	g := time.AfterFunc(time.Hour, func() {})
	fmt.Println(g.Stop())
}
