package main

import "fmt"

func player(name string, table chan int, out chan string) {
	for ball := range table {
		ball++
		out <- fmt.Sprint(name, ball)
		if ball >= 6 {
			close(table)
			close(out)
			return
		}
		table <- ball
	}
}

func main() {
	table, out := make(chan int), make(chan string, 10)
	go player("ping", table, out)
	go player("pong", table, out)
	table <- 0
	n := 0
	for range out {
		n++
	}
	fmt.Println(n)
}
