package main

import "fmt"

func Show<T any>(x T) { // ERROR "syntax error: unexpected <, expected ("
	fmt.Println(x)
}

func main() {
	Show(1)
}
