package main

import "fmt"

func main() int { // ERROR "func main must have no arguments and no return"
	fmt.Println("ok")
	return 0
}
