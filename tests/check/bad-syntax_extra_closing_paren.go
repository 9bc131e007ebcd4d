package main

import "fmt"

func main() {
	fmt.Println("a")) // ERROR "syntax error: unexpected ) at end of statement"
}
