//test: seeds=200 reach=2
package main

import (
	"fmt"
	"time"
)

func get(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func val(s string, v int) int           { fmt.Print(s, " "); return v }
func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	var n chan int
	a <- 1
	select {
	case v, ok := <-get("a", a):
		fmt.Println("got", v, ok)
	case get("b", b) <- val("vb", 2):
		fmt.Println("sent")
	case <-get("n", n):
	}
	for len(b) == 0 {
		select {
		case v := <-get("a", a):
			fmt.Println("got", v)
		case get("b", b) <- val("vb", 2):
			fmt.Println("sent")
		}
		break
	}
	close(n2())
	arr := [2]int{}
	i := 0
	c := make(chan int, 2)
	c <- 5
	c <- 6
	select {
	case arr[idx(&i)] = <-c:
		fmt.Println(arr, i)
	}
	m := map[string]int{}
	var ok bool
	select {
	case m["k"], ok = <-c:
		fmt.Println(m, ok)
	}
	close(c)
	select {
	case v, ok := <-c:
		fmt.Println(v, ok)
	default:
		fmt.Println("default")
	}
	timeout := time.After(10 * time.Millisecond)
	select {
	case <-n:
	case <-timeout:
		fmt.Println("timeout")
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fmt.Println(recover()) }()
		x := make(chan int)
		close(x)
		select {
		case x <- 1:
		default:
		}
	}()
	<-done
	for {
		select {
		case <-done:
			fmt.Println("closed forever")
		default:
			fmt.Println("no")
		}
		break
	}
}
func n2() chan int   { return make(chan int) }
func idx(i *int) int { *i++; return *i }
