package main

import "fmt"

func main() {
	type t struct{ n int }
	fmt.Println(t{1} < t{2}) // ERROR "invalid operation: t{…} < t{…} (operator < not defined on struct)"
}
