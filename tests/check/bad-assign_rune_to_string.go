package main

import "fmt"

func main() {
	var letter string = 'a' // ERROR "cannot use 'a' (untyped rune constant 97) as"
	fmt.Println(letter)
}
