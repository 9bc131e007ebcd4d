package main

import "fmt"

type Runner interface{ Run() }

type task struct{}

func (task) run() {}

func main() {
	var r Runner = task{} // ERROR "cannot use task{} (value of struct type task) as"
	fmt.Println(r)
}
