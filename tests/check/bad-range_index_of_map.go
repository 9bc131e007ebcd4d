package main

import "fmt"

func main() {
	ages := map[string]int{"ann": 3}
	for i := range ages {
		if i > 0 { // ERROR "invalid operation: i > 0 (mismatched types string"
			fmt.Println(i)
		}
	}
}
