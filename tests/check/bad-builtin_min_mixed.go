package main

import "fmt"

func main() {
	n := 3
	fmt.Println(min(n, "4")) // ERROR "invalid argument: mismatched types int (previous"
}
