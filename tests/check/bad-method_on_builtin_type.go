package main

import "fmt"

func (n int) Double() int { return n * 2 } // ERROR "cannot define new methods on non-local type int"

func main() {
	fmt.Println("no")
}
