package main

import "fmt"

func main() {
	words := []string{"a", "b"}
	fmt.Println(words...) // ERROR "cannot use words (variable of type []string) as"
}
