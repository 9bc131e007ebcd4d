package main

import "fmt"

type runner interface{ Run() }
type worker struct {
	*runner // ERROR "embedded field type cannot be a pointer to an"
}

func main() {
	fmt.Println(worker{})
}
