package main

import "fmt"

func main() {
	items := []string{"a"}
	if len(items) { // ERROR "non-boolean condition in if statement"
		fmt.Println("some")
	}
}
