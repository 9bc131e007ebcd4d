package main

import "fmt"

func main() {
	words := []string{"a", "b"}
	for i, word := range words { // ERROR "declared and not used: word"
		fmt.Println(i)
	}
}
