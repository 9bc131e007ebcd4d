package main

import "fmt"

func main() {
	done := make(chan struct{}, 1)
	done <- struct{} // ERROR "struct{} (type) is not an expression"
	<-done
	fmt.Println("done")
}
