package main

import "fmt"

struct point { // ERROR "syntax error: non-declaration statement outside"
	x, y int
}

func main() {
	fmt.Println(point{})
}
