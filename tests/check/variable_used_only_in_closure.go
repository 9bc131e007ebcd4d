package main

import "fmt"

func main() {
	n := 1
	f := func() int { return n }
	fmt.Println(f())
}
