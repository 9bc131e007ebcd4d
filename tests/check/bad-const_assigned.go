package main

import "fmt"

const limit = 10

func main() {
	limit = 20 // ERROR "cannot assign to limit (neither addressable nor a"
	fmt.Println(limit)
}
