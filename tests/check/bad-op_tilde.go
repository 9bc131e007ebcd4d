package main

import "fmt"

func main() {
	mask := 15
	fmt.Println(~mask) // ERROR "cannot use ~ outside of interface or type"
}
