package main

import "fmt"

func main() {
	total := ""
	for word := range []string{"a", "b"} {
		total += word // ERROR "invalid operation: total += word (mismatched types"
	}
	fmt.Println(total)
}
