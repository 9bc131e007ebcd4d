package main

import "fmt"

func main() {
	data := append([]byte("a"), "bc"...)
	n := copy(data, "x")
	fmt.Println(string(data), n)
}
