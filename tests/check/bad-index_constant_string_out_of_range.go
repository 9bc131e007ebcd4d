package main

import "fmt"

func main() {
	const word = "go"
	fmt.Println(word[5]) // ERROR "invalid argument: index 5 out of bounds [0:2]"
}
