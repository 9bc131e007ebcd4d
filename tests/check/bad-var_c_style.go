package main

import "fmt"

func main() {
	int x = 5 // ERROR "syntax error: unexpected name x at end of"
	fmt.Println(x)
}
