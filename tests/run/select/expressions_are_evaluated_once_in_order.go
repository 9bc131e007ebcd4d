// Spec: Select statements. Channel operands and values are evaluated once, in source order.

package main

import "fmt"

var c = make(chan int, 1)

func ch(s string, c chan int) chan int { fmt.Println("channel", s); return c }
func val(n int) int                    { fmt.Println("value", n); return n }

func main() {
	var none chan int
	arr := [2]int{}
	idx := func() int { fmt.Println("index"); return 1 }
	select {
	case <-ch("a", none):
	case ch("b", none) <- val(1):
	case ch("c", c) <- val(2):
		fmt.Println("sent")
	}
	select {
	case arr[idx()] = <-ch("d", c):
		fmt.Println(arr)
	case ch("e", none) <- val(3):
	}
}
