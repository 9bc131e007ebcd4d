package main

import "fmt"

type point struct{ x, y int }

const origin = point{0, 0} // ERROR "point{…} (value of struct type point) is not"

func main() {
	fmt.Println(origin)
}
