package main

import "fmt"

func main() {
	s := "hello"
	fmt.Println(s.Len()) // ERROR "s.Len undefined (type string has no field or"
}
