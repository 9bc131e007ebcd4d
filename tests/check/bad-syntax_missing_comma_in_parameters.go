package main

import "fmt"

func add(a int b int) int { return a + b } // ERROR "syntax error: unexpected name b in parameter list;"

func main() {
	fmt.Println(add(1, 2))
}
