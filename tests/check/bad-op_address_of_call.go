package main

import "fmt"

func size() int { return 3 }

func main() {
	p := &size() // ERROR "invalid operation: cannot take address of size()"
	fmt.Println(*p)
}
