package main

import "fmt"

func cleanup() { fmt.Println("clean") }

func main() {
	cleanup // ERROR "cleanup (value of type func()) is not used"
}
