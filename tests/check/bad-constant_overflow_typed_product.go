package main

import "fmt"

const kilo int16 = 1000

func main() {
	const mega = kilo * kilo // ERROR "kilo * kilo (constant 1000000 of type int16)"
	fmt.Println(mega)
}
