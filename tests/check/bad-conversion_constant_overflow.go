package main

import "fmt"

func main() {
	fmt.Println(uint8(300)) // ERROR "constant 300 overflows uint8"
}
