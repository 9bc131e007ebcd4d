package main

import "fmt"

func main() {
	x := len // ERROR "len (built-in) must be called"
	fmt.Println(x)
}
