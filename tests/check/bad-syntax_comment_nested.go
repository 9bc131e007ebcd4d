package main

import "fmt"

func main() {
	/* outer /* inner */ still outer */ // ERROR "syntax error: unexpected name outer at end of"
	fmt.Println("hello")
}
