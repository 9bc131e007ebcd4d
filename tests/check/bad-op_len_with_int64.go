package main

import "fmt"

func main() {
	var offset int64 = 2
	data := []byte("hello")
	fmt.Println(len(data) - offset) // ERROR "invalid operation: len(data) - offset (mismatched"
}
