package main

import "fmt"

func size(): int { // ERROR "syntax error: unexpected : after top level"
	return 1
}

func main() {
	fmt.Println(size())
}
