package main

import "fmt"

func main() {
	fmt.Println("ok")
	return 0 // ERROR "too many return values"
}
