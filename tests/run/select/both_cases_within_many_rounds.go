package main

import "fmt"

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	na, nb := 0, 0
	for range 1000 {
		a <- 1
		b <- 1
		select {
		case <-a:
			na++
			<-b
		case <-b:
			nb++
			<-a
		}
	}
	fmt.Println(na+nb, na > 300, nb > 300)
}
