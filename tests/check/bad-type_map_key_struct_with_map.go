package main

import "fmt"

type key struct {
	name string
	tags map[string]string
}

func main() {
	m := map[key]int{} // ERROR "invalid map key type key"
	fmt.Println(m)
}
