package main

import "fmt"

func add(a int, b int) -> int { // ERROR "syntax error: unexpected - after top level"
	return a + b
}

func main() {
	fmt.Println(add(1, 2))
}
