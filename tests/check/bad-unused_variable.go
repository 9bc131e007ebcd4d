package main

import "fmt"

func main() {
	count := 3 // ERROR "declared and not used: count"
	fmt.Println("starting")
}
