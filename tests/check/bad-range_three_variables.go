package main

import "fmt"

func main() {
	m := map[string]int{"a": 1}
	for i, k, v := range m { // ERROR "range clause permits at most two iteration"
		fmt.Println(i, k, v) // ERROR "undefined: v"
	}
}
