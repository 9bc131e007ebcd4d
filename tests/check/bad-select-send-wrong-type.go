package main

func main() {
	ch := make(chan int)
	select {
	case ch <- "x": // ERROR "cannot use \"x\" (untyped string constant) as int value in send"
	default:
	}
}
