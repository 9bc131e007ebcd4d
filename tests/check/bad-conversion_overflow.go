package main

import "fmt"

func main() {
	fmt.Println(byte(256)) // ERROR "constant 256 overflows byte"
}
