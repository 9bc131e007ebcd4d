package main

import "fmt"

func compute(n int) int // ERROR "missing function body"

func main() {
	fmt.Println(compute(1))
}
