package main

import "fmt"

limit := 10 // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println(limit)
}
