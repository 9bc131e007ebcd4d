package main

import "fmt"

func main() {
	done := make(chan bool)
	go func() { // ERROR "expression in go must be function call"
		fmt.Println("working")
		done <- true
	}
	<-done
}
