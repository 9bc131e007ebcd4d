package main

func produce(ch chan<- int) {}

func main() {
	ch := make(chan string)
	produce(ch) // ERROR "cannot use ch (variable of type chan string) as chan<- int value in argument to produce"
}
