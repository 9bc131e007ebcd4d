package main

import "fmt"

func main() {
	a := [3]int{1, 2, 3}
	fmt.Println(a[3]) // ERROR "invalid argument: index 3 out of bounds [0:3]"
}
