package main

import "fmt"

func main() {
	var err = nil // ERROR "use of untyped nil in variable declaration"
	fmt.Println(err)
}
