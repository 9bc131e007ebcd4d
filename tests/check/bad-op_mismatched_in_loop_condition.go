package main

import "fmt"

func main() {
	var limit uint = 3
	for i := 0; i < limit; i++ { // ERROR "invalid operation: i < limit (mismatched types int"
		fmt.Println(i)
	}
}
