package main

import "fmt"

func main() {
	fmt.Println(float64()) // ERROR "missing argument in conversion to float64"
}
