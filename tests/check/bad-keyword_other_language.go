package main

import "fmt"

func main() {
	var s string = null // ERROR "undefined: null"
	fmt.Println(s)
}
