package main

import "fmt"

func log() {}

func main() {
	switch log() { // ERROR "log() (no value) used as value"
	default:
		fmt.Println("x")
	}
}
