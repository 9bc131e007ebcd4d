package main

import "fmt"

func main() {
	defer func() {
		fmt.Println(recover(1)) // ERROR "invalid operation: too many arguments for"
	}()
}
