package main

import "fmt"

func main() {
	2nd := "second" // ERROR "syntax error: unexpected name nd at end of"
	fmt.Println(2nd) // ERROR "syntax error: unexpected name nd in argument list;"
}
