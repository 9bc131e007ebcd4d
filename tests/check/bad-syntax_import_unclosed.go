package main

import (
	"fmt"

func main() { // ERROR "syntax error: missing import path"
	fmt.Println("hello")
}
