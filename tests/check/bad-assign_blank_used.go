package main

import "fmt"

func main() {
	_ = 3
	fmt.Println(_) // ERROR "cannot use _ as value or type"
}
