package main

import "fmt"

func main() {
	x := return 3 // ERROR "syntax error: unexpected keyword return, expected"
	fmt.Println(x)
}
