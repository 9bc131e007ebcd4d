package main

import "fmt"

func main() {
	c := make(chan int)
	for i := range 10000 {
		go func() { c <- i }()
	}
	sum := 0
	for range 10000 {
		sum += <-c
	}
	fmt.Println(sum)
}
