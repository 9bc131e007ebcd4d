package main

import "fmt"

func limit() int { return 10 }

func main() {
	for i := 0; i < limit; i++ { // ERROR "invalid operation: i < limit (mismatched types int"
		fmt.Println(i)
	}
}
