package main

import "fmt"

func pair() (int, int) { return 1, 2 }

func main() {
	x, x := pair() // ERROR "x repeated on left side of :="
	fmt.Println(x)
}
