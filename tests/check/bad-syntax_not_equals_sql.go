package main

import "fmt"

func main() {
	n := 2
	if n <> 2 { // ERROR "syntax error: unexpected >, expected expression"
		fmt.Println("not two") // ERROR "syntax error: unexpected ), expected {"
	} // ERROR "syntax error: unexpected }, expected expression"
}
