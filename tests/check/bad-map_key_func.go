package main

import "fmt"

func main() {
	m := make(map[func()]int) // ERROR "invalid map key type func()"
	fmt.Println(m)
}
