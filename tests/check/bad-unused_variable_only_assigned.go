package main

import "fmt"

func main() {
	var last int // ERROR "declared and not used: last"
	for i := range 5 {
		last = i
		fmt.Println(i)
	}
}
