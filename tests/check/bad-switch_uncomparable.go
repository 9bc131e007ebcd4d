package main

import "fmt"

func main() {
	xs := []int{1}
	switch xs {
	case []int{1}: // ERROR "invalid case []int{…} in switch on xs (slice can"
		fmt.Println("one")
	}
}
