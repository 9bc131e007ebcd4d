package main

import "fmt"

func main() {
	_ = nil // ERROR "use of untyped nil in assignment to _ identifier"
	fmt.Println("ok")
}
