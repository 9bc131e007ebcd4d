package main

import "fmt"

func main() {
	var letter rune = "a" // ERROR `cannot use "a" (untyped string constant) as rune`
	fmt.Println(letter)
}
