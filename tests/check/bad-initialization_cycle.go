package main

import "fmt"

var a = b + 1 // ERROR "initialization cycle for a"

var b = f()

func f() int { return a }

func main() {
	fmt.Println(a)
}
