package main

import "fmt"

func main() {
	ch := make(int) // ERROR "invalid argument: cannot make int; type must be"
	fmt.Println(ch)
}
