package main

import "fmt"

func main() {
	word := "hello"
	word[0] = 'H' // ERROR "cannot assign to word[0] (neither addressable nor"
	fmt.Println(word)
}
