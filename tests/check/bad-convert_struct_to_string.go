package main

import "fmt"

func main() {
	type p struct{ x int }
	fmt.Println(string(p{1})) // ERROR "cannot convert p{…} (value of struct type p) to type string"
}
