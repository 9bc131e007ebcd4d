package main

import "fmt"

func main() {
	m := map[string]int{1} // ERROR "missing key in map literal"
	fmt.Println(m)
}
