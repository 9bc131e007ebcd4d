package main

import "fmt"

func main() {
	fmt.Println(uint32(-5)) // ERROR "constant -5 overflows uint32"
}
