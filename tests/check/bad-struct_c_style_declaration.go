package main

import "fmt"

type struct point { // ERROR "syntax error: unexpected keyword struct, expected"
	x, y int
}

func main() {
	fmt.Println(point{})
}
