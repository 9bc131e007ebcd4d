package main

func produce(ch chan<- int) {}

func main() {
	ch := make(<-chan int)
	produce(ch) // ERROR "cannot use ch (variable of type <-chan int) as chan<- int value in argument to produce"
}
