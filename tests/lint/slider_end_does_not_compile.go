// Whoever drags the slider to its end must find a program that compiles.
package main

import "fmt"

//sluice:slider min=0 max=4
const size = 2

var table [size]int

func main() {
	fmt.Println(table[1])
}
