package main

import "fmt"

func main() {
	c := '\d' // ERROR "unknown escape"
	fmt.Println(c)
}
