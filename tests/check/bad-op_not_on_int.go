package main

import "fmt"

func main() {
	errors := 0
	if !errors { // ERROR "invalid operation: operator ! not defined on"
		fmt.Println("clean")
	}
}
