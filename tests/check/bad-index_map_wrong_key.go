package main

import "fmt"

func main() {
	m := map[string]int{}
	fmt.Println(m[1]) // ERROR "cannot use 1 (untyped int constant) as string value in map index"
}
