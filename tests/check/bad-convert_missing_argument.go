package main

import "fmt"

func main() {
	fmt.Println(int()) // ERROR "missing argument in conversion to int"
}
