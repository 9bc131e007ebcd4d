package main

import "fmt"

func main() {
	fmt.Println(*nil) // ERROR "invalid operation: cannot indirect nil"
}
