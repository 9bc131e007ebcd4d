package main

import "fmt"

func init(verbose bool) { // ERROR "func init must have no arguments and no return"
	fmt.Println(verbose)
}

func main() {
	fmt.Println("main")
}
