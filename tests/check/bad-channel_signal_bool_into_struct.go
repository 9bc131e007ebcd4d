package main

import "fmt"

func main() {
	done := make(chan struct{}, 1)
	done <- true // ERROR "cannot use true (untyped bool constant) as"
	<-done
	fmt.Println("done")
}
