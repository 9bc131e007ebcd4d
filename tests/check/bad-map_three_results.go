package main

import "fmt"

func main() {
	m := map[string]int{}
	v, ok, err := m["a"] // ERROR "assignment mismatch: 3 variables but 1 value"
	fmt.Println(v, ok, err)
}
