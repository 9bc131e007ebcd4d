package main

import "fmt"

func main() {
	p := new(int, 5) // ERROR "invalid operation: too many arguments for new(int,"
	fmt.Println(*p)
}
