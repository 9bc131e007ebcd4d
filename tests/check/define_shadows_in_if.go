package main

import "fmt"

func main() {
	x := 1
	if x := x + 1; x > 1 {
		x := "inner"
		fmt.Println(x)
	}
	fmt.Println(x)
}
