package main

import { // ERROR "syntax error: missing import path"
	"fmt"
} // ERROR "syntax error: non-declaration statement outside"

func main() {
	fmt.Println("hello")
}
