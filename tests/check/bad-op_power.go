package main

import "fmt"

func main() {
	base := 2.0
	fmt.Println(base ^ 3) // ERROR "invalid operation: operator ^ not defined on base"
}
