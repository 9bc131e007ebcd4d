package main

import "fmt"

func main() {
	price := 1,5 // ERROR "assignment mismatch: 1 variable but 2 values"
	fmt.Println(price)
}
