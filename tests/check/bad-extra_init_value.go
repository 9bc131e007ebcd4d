package main

import "fmt"

func main() {
	var a int = 1, 2 // ERROR "extra init expr 2"
	fmt.Println(a)
}
