package main

import "fmt"

func main() {
	poem := "roses are red
violets are blue"
	fmt.Println(poem)
}
