package main

import "fmt"

func main() {
	big := 1__000_ // ERROR "'_' must separate successive digits"
	fmt.Println(big)
}
