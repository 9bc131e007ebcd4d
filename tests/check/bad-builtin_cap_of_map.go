package main

import "fmt"

func main() {
	m := map[string]int{}
	fmt.Println(cap(m)) // ERROR "invalid argument: m (variable of type"
}
