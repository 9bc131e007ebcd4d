package main

import "fmt"

func main() {
	var v any = "text"
	var n int = v.(string) // ERROR "cannot use v.(string) (comma, ok expression of"
	fmt.Println(n)
}
