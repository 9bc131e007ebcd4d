package main

import "fmt"

const Max int // ERROR "missing init expr for Max"

func main() {
	fmt.Println(Max)
}
