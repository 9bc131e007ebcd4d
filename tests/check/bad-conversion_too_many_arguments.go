package main

import "fmt"

func main() {
	fmt.Println(int(1, 2)) // ERROR "too many arguments in conversion to int"
}
