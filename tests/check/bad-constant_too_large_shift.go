package main

import "fmt"

const giant = 1 << 10000 // ERROR "invalid operation: invalid shift count 10000"

func main() {
	fmt.Println(giant >> 9990)
}
