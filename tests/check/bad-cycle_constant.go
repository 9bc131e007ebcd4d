package main

import "fmt"

const a = b // ERROR "initialization cycle for a"
const b = a

func main() {
	fmt.Println(a)
}
