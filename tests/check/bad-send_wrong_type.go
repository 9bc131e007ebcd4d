package main

func main() {
	ch := make(chan int, 1)
	ch <- "x" // ERROR "cannot use \"x\" (untyped string constant) as int value in send"
}
