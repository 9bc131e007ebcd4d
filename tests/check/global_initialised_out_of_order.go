package main

import "fmt"

var a = b + 1
var b = f()

func f() int { return c * 2 }

var c = 5

func main() {
	fmt.Println(a, b, c)
}
