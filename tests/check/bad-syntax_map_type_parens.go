package main

import "fmt"

func main() {
	m := make(map(string)int) // ERROR "syntax error: unexpected (, expected ["
	fmt.Println(m)
}
