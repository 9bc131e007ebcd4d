package main

import "fmt"

func main() {
	x := 1
	done := make(chan bool)
	go func(n int) {
		fmt.Println(n)
		done <- true
	}(x)
	x = 2
	<-done
	f := func() { fmt.Println("f1"); done <- true }
	go f()
	f = nil
	<-done
	defer func() { fmt.Println(x) }()
	x = 3
}
