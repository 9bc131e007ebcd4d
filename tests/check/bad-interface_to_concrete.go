package main

import "fmt"

func main() {
	var v any = 1
	var n int = v // ERROR "cannot use v (variable of interface type any) as int value in variable declaration: need type assertion"
	fmt.Println(n)
}
