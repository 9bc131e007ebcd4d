package main

import "fmt"

fmt.Println("top level") // ERROR "syntax error: non-declaration statement outside"

func main() {}
