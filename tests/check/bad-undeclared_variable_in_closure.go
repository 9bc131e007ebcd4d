package main

import "fmt"

func main() {
	done := make(chan bool)
	go func() {
		fmt.Println("hello from", name) // ERROR "undefined: name"
		done <- true
	}()
	<-done
}
