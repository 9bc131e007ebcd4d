package main

import (
	"fmt"
	"sync"
)

func gen(n int) <-chan int {
	out := make(chan int)
	go func() { // ERROR "expression in go must be function call"
		for i := range n {
			out <- string(i) // ERROR "cannot use string(i) (value of type string) as int"
		}
		close(out)
	}
	return out
}

func main() {
	var wg sync.WaitGroup // ERROR "declared and not used: wg"
	for v := range gen(3) {
		fmt.Println(v)
	}
}
